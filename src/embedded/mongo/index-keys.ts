import type { Doc } from './bson-decode.ts';
import { CommandError } from './errors.ts';
import { own } from './own.ts';
import { isDoc } from './values.ts';

/** The key tuples that a document has in an index, and which of its fields came out of arrays. */
export interface ExtractedKeys {
  tuples: unknown[][];
  multikey: boolean[];
  /** False where none of the indexed fields exists: a sparse index leaves the document out. */
  present: boolean;
}

const arrayIndex = /^\d+$/;

/** Follows `parts` until the end, a missing field, or an array that has to be fanned out. */
function follow(from: unknown, parts: string[]): { value: unknown; rest: string[] } {
  let value = from;
  let i = 0;
  while (i < parts.length) {
    const part = parts[i]!;
    if (isDoc(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
    else if (Array.isArray(value)) {
      if (!arrayIndex.test(part)) break;
      value = value[Number(part)];
    } else return { value: undefined, rest: [] };
    i++;
  }
  return { value, rest: parts.slice(i) };
}

/**
 * All fields advance together through one array, as in MongoDB: `{items.a, items.b}` yields one
 * tuple for each item, and two different arrays in one document are refused.
 */
function fanOut(
  source: unknown,
  rests: (string[] | null)[],
  values: unknown[],
  out: ExtractedKeys,
  paths: string[],
): void {
  let shared: unknown[] | undefined;
  let owner = -1;
  const pending: (string[] | null)[] = rests.map(() => null);
  const now = values.slice();
  for (let i = 0; i < rests.length; i++) {
    const parts = rests[i];
    if (!parts) continue;
    const { value, rest } = Array.isArray(source)
      ? { value: undefined, rest: [] }
      : follow(source, parts);
    if (value !== undefined) out.present = true;
    if (!Array.isArray(value)) {
      now[i] = value ?? null;
      continue;
    }
    if (shared !== undefined && shared !== value) {
      throw new CommandError(
        'CannotIndexParallelArrays',
        `cannot index parallel arrays [${lastPart(paths[i]!)}] [${lastPart(paths[owner]!)}]`,
      );
    }
    shared = value;
    owner = i;
    pending[i] = rest;
    out.multikey[i] = true;
  }
  if (shared === undefined) {
    out.tuples.push(now);
    return;
  }
  if (shared.length === 0) {
    out.tuples.push(now.map((v, i) => (pending[i] ? (pending[i]!.length ? null : undefined) : v)));
    return;
  }
  for (const element of shared) {
    const each = now.slice();
    const next = pending.map((rest, i) => {
      if (!rest) return null;
      if (rest.length > 0) return rest;
      each[i] = element;
      return null;
    });
    if (next.some((rest) => rest)) fanOut(element, next, each, out, paths);
    else out.tuples.push(each);
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Extracts the tuples of `paths` from a document; missing fields count as null. */
export function extractKeys(doc: Doc, paths: string[], parts: string[][]): ExtractedKeys {
  const out: ExtractedKeys = { tuples: [], multikey: paths.map(() => false), present: false };
  // Flat scalar fields, by far the usual case, need none of the machinery above.
  let flat = true;
  const values: unknown[] = new Array(paths.length);
  for (let i = 0; i < paths.length && flat; i++) {
    const value = parts[i]!.length === 1 ? own(doc, paths[i]!) : undefined;
    if (parts[i]!.length > 1 || Array.isArray(value)) flat = false;
    if (value !== undefined) out.present = true;
    values[i] = value ?? null;
  }
  if (flat) {
    out.tuples.push(values);
    return out;
  }
  out.present = false;
  fanOut(doc, parts, new Array(paths.length).fill(null), out, paths);
  return out;
}
