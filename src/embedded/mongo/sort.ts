import type { Doc } from './bson-decode.ts';
import { type CollationSpec, isSimple, valueOrder } from './collation.ts';
import { compareValues } from './compare.ts';
import { CommandError } from './errors.ts';
import { encodeSortKey } from './key-encoding.ts';
import { anyValue, splitPath } from './paths.ts';
import { isDoc, isNumeric, toNumber } from './values.ts';

export type SortSpec = [path: string, direction: number][];

export function parseSort(sort: unknown): SortSpec {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) {
    throw new CommandError('TypeMismatch', 'Expected field sort to be of type object');
  }
  return Object.entries(sort).map(([path, direction]) => {
    if (isDoc(direction) && '$meta' in direction) return [path, 1];
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1) {
      if (path === '$natural' || (isNumeric(direction) && toNumber(direction) !== 0)) {
        return [path, Math.sign(toNumber(direction))];
      }
      throw new CommandError(
        'BadValue',
        '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
      );
    }
    return [path, toNumber(direction)];
  });
}

/** The value a document sorts by: of an array the least element going up, the greatest going down. */
function sortValue(doc: Doc, parts: string[], direction: number): unknown {
  let found: unknown;
  let some = false;
  const offer = (value: unknown) => {
    const candidate = value ?? null;
    if (!some || compareValues(candidate, found) * direction < 0) found = candidate;
    some = true;
  };
  anyValue(doc, parts, 0, (value) => {
    if (!Array.isArray(value)) offer(value);
    else if (value.length === 0) {
      if (!some || direction > 0) found = undefined;
      some = true;
    } else for (const element of value) offer(element);
    return false;
  });
  return some ? found : null;
}

interface Entry<T> {
  key: Buffer | unknown[];
  order: number;
  item: T;
}

/** Collects items and gives them back in order; with a limit it never holds many more than that. */
export function createSorter<T>(spec: SortSpec, collation: CollationSpec | undefined, limit = 0) {
  const paths = spec.map(([path]) => splitPath(path));
  const directions = spec.map(([, direction]) => direction);
  const descending = directions.map((direction) => direction < 0);
  const simple = isSimple(collation);
  const order = valueOrder(collation);
  const room = limit > 0 ? limit * 2 + 512 : Number.POSITIVE_INFINITY;
  let entries: Entry<T>[] = [];
  let count = 0;

  function compare(a: Entry<T>, b: Entry<T>): number {
    if (simple) return Buffer.compare(a.key as Buffer, b.key as Buffer) || a.order - b.order;
    const x = a.key as unknown[];
    const y = b.key as unknown[];
    for (let i = 0; i < x.length; i++) {
      const result = order(x[i], y[i]) * directions[i]!;
      if (result !== 0) return result;
    }
    return a.order - b.order;
  }

  function settle(): void {
    entries.sort(compare);
    if (limit > 0 && entries.length > limit) entries = entries.slice(0, limit);
  }

  return {
    add(doc: Doc, item: T): void {
      const values = paths.map((parts, i) => sortValue(doc, parts, directions[i]!));
      entries.push({
        key: simple ? encodeSortKey(values, descending) : values,
        order: count++,
        item,
      });
      if (entries.length >= room) settle();
    },
    finish(): T[] {
      settle();
      return entries.map((entry) => entry.item);
    },
  };
}
