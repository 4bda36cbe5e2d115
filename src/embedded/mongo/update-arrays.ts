import type { Doc } from './bson-decode.ts';
import { compareValues, sameValue } from './compare.ts';
import { CommandError } from './errors.ts';
import { compileFilter, compileValueTest } from './match.ts';
import { isOperatorDoc } from './operator-doc.ts';
import { shellText } from './shell-text.ts';
import { createSorter, parseSort } from './sort.ts';
import { typeName } from './type-names.ts';
import { getAt, setAt } from './update-path.ts';
import { isDoc, isNumeric, rank, rankOf, toNumber } from './values.ts';

function arrayOrNew(doc: Doc, parts: string[]): unknown[] {
  const current = getAt(doc, parts);
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw new CommandError(
    'BadValue',
    `The field '${parts.join('.')}' must be an array but is of type ${typeName(current)} in document {_id: ${shellText(doc._id)}}`,
  );
}

function eachOf(operand: unknown, operator: string): { items: unknown[]; modifiers: Doc } {
  if (!isDoc(operand) || !('$each' in operand)) return { items: [operand], modifiers: {} };
  const { $each, ...modifiers } = operand;
  if (!Array.isArray($each)) {
    throw new CommandError(
      operator === '$push' ? 'BadValue' : 'TypeMismatch',
      `The argument to $each in ${operator} must be an array but it was of type ${typeName($each)}`,
    );
  }
  return { items: $each, modifiers };
}

function sorted(array: unknown[], spec: unknown): unknown[] {
  if (isNumeric(spec)) {
    const direction = toNumber(spec);
    return array.slice().sort((a, b) => compareValues(a, b) * direction);
  }
  const sorter = createSorter<unknown>(parseSort(spec), undefined);
  for (const item of array) sorter.add(isDoc(item) ? item : {}, item);
  return sorter.finish();
}

export function push(doc: Doc, parts: string[], operand: unknown): void {
  const { items, modifiers } = eachOf(operand, '$push');
  const unknown = Object.keys(modifiers).find(
    (name) => !['$slice', '$sort', '$position'].includes(name),
  );
  if (unknown) {
    throw new CommandError('BadValue', `Unrecognized clause in $push: ${unknown}`);
  }
  let array = arrayOrNew(doc, parts).slice();
  const { $position, $sort, $slice } = modifiers;
  if ($position === undefined) array.push(...items);
  else array.splice(toNumber($position), 0, ...items);
  if ($sort !== undefined) array = sorted(array, $sort);
  if ($slice !== undefined) {
    const count = toNumber($slice);
    array = count < 0 ? array.slice(count) : array.slice(0, count);
  }
  setAt(doc, parts, array);
}

export function addToSet(doc: Doc, parts: string[], operand: unknown): void {
  const { items } = eachOf(operand, '$addToSet');
  const array = arrayOrNew(doc, parts).slice();
  for (const item of items) if (!array.some((other) => sameValue(other, item))) array.push(item);
  setAt(doc, parts, array);
}

export function pop(doc: Doc, parts: string[], operand: unknown): void {
  const end = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (Math.abs(end) !== 1) {
    throw new CommandError('FailedToParse', `$pop expects 1 or -1, found: ${shellText(operand)}`);
  }
  const current = getAt(doc, parts);
  if (current === undefined) return;
  if (!Array.isArray(current)) {
    throw new CommandError(
      'TypeMismatch',
      `Path '${parts.join('.')}' contains an element of non-array type '${typeName(current)}'`,
    );
  }
  setAt(doc, parts, end < 0 ? current.slice(1) : current.slice(0, -1));
}

function existingArray(doc: Doc, parts: string[], operator: string): unknown[] | undefined {
  const current = getAt(doc, parts);
  if (current === undefined) return undefined;
  if (Array.isArray(current)) return current;
  throw new CommandError('BadValue', `Cannot apply ${operator} to a non-array value`);
}

/** A condition with operators tests the element, a document is a filter on it, the rest is equality. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isOperatorDoc(operand)) {
    const logical = Object.keys(operand)[0]!;
    if (['$and', '$or', '$nor', '$expr'].includes(logical)) {
      const test = compileFilter(operand, {});
      return (element) => isDoc(element) && test(element);
    }
    return compileValueTest(operand, {});
  }
  if (isDoc(operand)) {
    const test = compileFilter(operand, {});
    return (element) => isDoc(element) && test(element);
  }
  if (rankOf(operand) === rank.regex) return compileValueTest(operand, {});
  return (element) => sameValue(element, operand);
}

export function pull(doc: Doc, parts: string[], operand: unknown): void {
  const array = existingArray(doc, parts, '$pull');
  const test = pullTest(operand);
  if (array)
    setAt(
      doc,
      parts,
      array.filter((element) => !test(element)),
    );
}

export function pullAll(doc: Doc, parts: string[], operand: unknown): void {
  if (!Array.isArray(operand)) {
    throw new CommandError('BadValue', '$pullAll requires an array argument');
  }
  const array = existingArray(doc, parts, '$pullAll');
  if (!array) return;
  setAt(
    doc,
    parts,
    array.filter((element) => !operand.some((item) => sameValue(item, element))),
  );
}
