import { type Doc, decodeDocument, decodeFields } from './bson-decode.ts';
import { isDoc } from './values.ts';

/** Top-level field names that suffice for a task; undefined means the whole document. */
export type Roots = Set<string> | undefined;

function addFilter(filter: Doc, into: Set<string>): boolean {
  return Object.keys(filter).every((name) => {
    if (!name.startsWith('$')) {
      into.add(name.split('.')[0]!);
      return true;
    }
    const branches = filter[name];
    if (name === '$comment') return true;
    const logical = ['$and', '$or', '$nor'].includes(name) && Array.isArray(branches);
    return logical && branches.every((branch) => isDoc(branch) && addFilter(branch, into));
  });
}

/** The fields that a filter looks at. */
export function filterRoots(filter: Doc): Roots {
  const roots = new Set<string>();
  return addFilter(filter, roots) ? roots : undefined;
}

/** Collects the `$field` references of an expression; false where it uses the document as a whole. */
function addExpression(expression: unknown, into: Set<string>): boolean {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    if (expression.startsWith('$$')) return !/^\$\$(ROOT|CURRENT)/.test(expression);
    into.add(expression.slice(1).split('.')[0]!);
    return true;
  }
  if (Array.isArray(expression)) return expression.every((item) => addExpression(item, into));
  if (!isDoc(expression)) return true;
  if ('$getField' in expression || '$setField' in expression) return false;
  return Object.values(expression).every((item) => addExpression(item, into));
}

/** The fields that a pipeline reads up to its first `$group` or `$count`, behind which none is left. */
export function pipelineRoots(stages: Doc[]): Roots {
  const roots = new Set<string>();
  for (const stage of stages) {
    const name = Object.keys(stage)[0]!;
    const operand = stage[name];
    if (name === '$count') return roots;
    if (name === '$group' || name === '$sortByCount') {
      return addExpression(operand, roots) ? roots : undefined;
    }
    if (name === '$match' ? !isDoc(operand) || !addFilter(operand, roots) : name !== '$unwind') {
      return undefined;
    }
    if (name === '$unwind') {
      const path = isDoc(operand) ? operand.path : operand;
      if (!addExpression(path, roots)) return undefined;
    }
  }
  return undefined;
}

export function decodeRoots(raw: Buffer, roots: Roots): Doc {
  return roots ? decodeFields(raw, roots) : decodeDocument(raw);
}
