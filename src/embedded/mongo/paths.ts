import { isDoc } from './values.ts';

const cache = new Map<string, string[]>();
const digits = /^\d+$/;

/** Splits a dotted path; the parts of recently seen paths are kept (bounded). */
export function splitPath(path: string): string[] {
  let parts = cache.get(path);
  if (!parts) {
    if (cache.size > 5000) cache.clear();
    parts = path.split('.');
    cache.set(path, parts);
  }
  return parts;
}

export function isArrayIndex(part: string): boolean {
  return digits.test(part);
}

/**
 * True if `test` holds for any value that the path reaches. Arrays on the way are fanned out, a
 * number in the path also picks an element; `undefined` stands for a missing field.
 */
export function anyValue(
  value: unknown,
  parts: string[],
  at: number,
  test: (value: unknown) => boolean,
): boolean {
  if (at === parts.length) return test(value);
  const part = parts[at]!;
  if (Array.isArray(value)) {
    if (isArrayIndex(part) && Number(part) < value.length) {
      if (anyValue(value[Number(part)], parts, at + 1, test)) return true;
    }
    for (const element of value) {
      if (isDoc(element) && anyValue(element, parts, at, test)) return true;
    }
    return false;
  }
  if (!isDoc(value)) return test(undefined);
  return anyValue(Object.hasOwn(value, part) ? value[part] : undefined, parts, at + 1, test);
}

/** Every value that the path reaches, with arrays at its end spread into their elements. */
export function leafValues(doc: unknown, parts: string[]): unknown[] {
  const found: unknown[] = [];
  anyValue(doc, parts, 0, (value) => {
    if (Array.isArray(value)) found.push(...value);
    else if (value !== undefined) found.push(value);
    return false;
  });
  return found;
}
