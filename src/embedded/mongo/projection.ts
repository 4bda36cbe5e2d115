import type { Doc } from './bson-decode.ts';
import { CommandError } from './errors.ts';
import { compileExpression } from './expression.ts';
import { compileFilter } from './match.ts';
import { splitPath } from './paths.ts';
import { matchedPosition } from './positional.ts';
import { isDoc, isNumeric, toNumber, truthy } from './values.ts';

type Tree = Map<string, Tree | Leaf>;
type Leaf =
  | { kind: 'flag' }
  | { kind: 'slice'; args: number[] }
  | { kind: 'elemMatch'; matches: (element: unknown) => boolean }
  | { kind: 'positional'; path: string }
  | { kind: 'computed'; evaluate: (doc: Doc) => unknown };

interface ProjectionPlan {
  tree: Tree;
  inclusive: boolean;
  id: boolean;
}

function isLeaf(node: Tree | Leaf): node is Leaf {
  return !(node instanceof Map);
}

function put(tree: Tree, path: string, leaf: Leaf): void {
  const parts = splitPath(path);
  let at = tree;
  for (const part of parts.slice(0, -1)) {
    let next = at.get(part);
    if (next && isLeaf(next)) throw new CommandError('BadValue', `Path collision at ${path}`);
    if (!next) {
      next = new Map();
      at.set(part, next);
    }
    at = next as Tree;
  }
  const last = parts[parts.length - 1]!;
  if (at.has(last)) throw new CommandError('BadValue', `Path collision at ${path}`);
  at.set(last, leaf);
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || isNumeric(value);
}

function specialLeaf(value: unknown): Leaf {
  if (isDoc(value) && '$slice' in value && !Array.isArray((value.$slice as unknown[])?.[0])) {
    const raw = value.$slice;
    const args = (Array.isArray(raw) ? raw : [raw]).map(toNumber);
    return { kind: 'slice', args };
  }
  if (isDoc(value) && isDoc(value.$elemMatch)) {
    const inner = value.$elemMatch;
    const test = compileFilter({ x: { $elemMatch: inner } }, {});
    return { kind: 'elemMatch', matches: (element) => test({ x: [element] }) };
  }
  if (isDoc(value) && '$meta' in value) return { kind: 'computed', evaluate: () => 0 };
  return { kind: 'computed', evaluate: compileExpression(value, undefined) };
}

function flatten(spec: Doc, prefix: string, into: [string, unknown][]): void {
  for (const name of Object.keys(spec)) {
    const value = spec[name];
    if (isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]!.startsWith('$')) {
      flatten(value, `${prefix}${name}.`, into);
    } else into.push([prefix + name, value]);
  }
}

function parse(spec: Doc): ProjectionPlan {
  const tree: Tree = new Map();
  let inclusive: boolean | undefined;
  let id: boolean | undefined;
  const flat: [string, unknown][] = [];
  flatten(spec, '', flat);
  for (const [path, value] of flat) {
    if (path === '_id' && isFlag(value)) {
      id = truthy(value);
      continue;
    }
    if (path.endsWith('.$')) {
      put(tree, path.slice(0, -2), { kind: 'positional', path: path.slice(0, -2) });
      inclusive = true;
    } else if (isFlag(value)) {
      const including = truthy(value);
      if (inclusive !== undefined && inclusive !== including) {
        throw new CommandError(
          including ? 'Location31253' : 'Location31254',
          `Cannot do ${including ? 'inclusion' : 'exclusion'} on field ${path} in ${including ? 'exclusion' : 'inclusion'} projection`,
        );
      }
      inclusive = including;
      put(tree, path, { kind: 'flag' });
    } else {
      const leaf = specialLeaf(value);
      // `$slice` alone excludes nothing; `$elemMatch` and expressions make an inclusion.
      if (leaf.kind !== 'slice') inclusive ??= true;
      put(tree, path, leaf);
    }
  }
  return { tree, inclusive: inclusive ?? (id === true && tree.size === 0), id: id ?? true };
}

function slice(array: unknown[], args: number[]): unknown[] {
  const [first, count] = args as [number, number | undefined];
  if (count === undefined) return first < 0 ? array.slice(first) : array.slice(0, first);
  const start = first < 0 ? Math.max(0, array.length + first) : first;
  return array.slice(start, start + count);
}

interface Frame {
  root: Doc;
  filter: Doc;
}

const absent = Symbol('absent');

function applyLeaf(leaf: Leaf, value: unknown, inclusive: boolean, frame: Frame): unknown {
  switch (leaf.kind) {
    case 'flag':
      return inclusive ? value : absent;
    case 'slice':
      return Array.isArray(value) ? slice(value, leaf.args) : value;
    case 'elemMatch': {
      if (!Array.isArray(value)) return absent;
      const found = value.findIndex(leaf.matches);
      return found < 0 ? absent : [value[found]];
    }
    case 'positional': {
      if (!Array.isArray(value)) return value;
      const position = matchedPosition(frame.filter, frame.root, leaf.path);
      if (position === undefined) return absent;
      return [value[position]];
    }
    case 'computed':
      return leaf.evaluate(frame.root);
  }
}

function includeInto(value: unknown, tree: Tree, frame: Frame): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((element) => isDoc(element) || Array.isArray(element))
      .map((element) => includeInto(element, tree, frame));
  }
  if (!isDoc(value)) return absent;
  const result: Doc = {};
  for (const name of Object.keys(value)) {
    const node = tree.get(name);
    if (!node || (isLeaf(node) && node.kind === 'computed')) continue;
    const kept = isLeaf(node)
      ? applyLeaf(node, value[name], true, frame)
      : includeInto(value[name], node, frame);
    if (kept !== absent) result[name] = kept;
  }
  return result;
}

function excludeFrom(value: unknown, tree: Tree, frame: Frame): unknown {
  if (Array.isArray(value)) return value.map((element) => excludeFrom(element, tree, frame));
  if (!isDoc(value)) return value;
  const result: Doc = { ...value };
  for (const name of Object.keys(value)) {
    const node = tree.get(name);
    if (node) {
      const kept = isLeaf(node)
        ? applyLeaf(node, value[name], false, frame)
        : excludeFrom(value[name], node, frame);
      if (kept !== absent) result[name] = kept;
      else delete result[name];
    }
  }
  return result;
}

/** Writes computed fields, in the order of the projection, behind those that were kept. */
function compute(result: Doc, tree: Tree, frame: Frame): void {
  for (const [name, node] of tree) {
    if (isLeaf(node)) {
      if (node.kind !== 'computed') continue;
      const value = node.evaluate(frame.root);
      if (value !== undefined) result[name] = value;
    } else if ([...node.values()].some((n) => !isLeaf(n) || n.kind === 'computed')) {
      const inner = isDoc(result[name]) ? (result[name] as Doc) : {};
      compute(inner, node, frame);
      if (Object.keys(inner).length > 0) result[name] = inner;
    }
  }
}

/** Compiles the projection of a `find`; `undefined` where documents go out as they are. */
export function compileProjection(spec: unknown, filter: Doc): ((doc: Doc) => Doc) | undefined {
  if (!isDoc(spec) || Object.keys(spec).length === 0) return undefined;
  const plan = parse(spec);
  if (plan.inclusive && plan.id && !plan.tree.has('_id')) plan.tree.set('_id', { kind: 'flag' });
  return (doc) => {
    const frame = { root: doc, filter };
    const result = (
      plan.inclusive ? includeInto(doc, plan.tree, frame) : excludeFrom(doc, plan.tree, frame)
    ) as Doc;
    if (!plan.inclusive && !plan.id) delete result._id;
    compute(result, plan.tree, frame);
    return result;
  };
}
