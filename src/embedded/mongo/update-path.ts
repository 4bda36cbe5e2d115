import type { Doc } from './bson-decode.ts';
import { CommandError } from './errors.ts';
import type { Predicate } from './match.ts';
import { isArrayIndex } from './paths.ts';
import { shellText } from './shell-text.ts';
import { isDoc } from './values.ts';

const maxPadding = 1_500_000;

export interface PathContext {
  /** Tests of `$[name]`, each seeing `{ name: element }`. */
  arrayFilters: Map<string, Predicate>;
  /** The element that `$` stands for, under the array at this path. */
  position(arrayPath: string): number | undefined;
}

function child(node: unknown, part: string): unknown {
  if (Array.isArray(node)) return isArrayIndex(part) ? node[Number(part)] : undefined;
  return isDoc(node) && Object.hasOwn(node, part) ? node[part] : undefined;
}

export function getAt(doc: Doc, parts: string[]): unknown {
  let node: unknown = doc;
  for (const part of parts) node = child(node, part);
  return node;
}

function notViable(part: string, parent: string | undefined, node: unknown): never {
  throw new CommandError(
    'PathNotViable',
    `Cannot create field '${part}' in element {${parent ?? ''}: ${shellText(node)}}`,
  );
}

function assign(node: unknown, part: string, parent: string | undefined, value: unknown): void {
  if (Array.isArray(node)) {
    if (!isArrayIndex(part)) notViable(part, parent, node);
    const index = Number(part);
    if (index - node.length > maxPadding) {
      throw new CommandError('BadValue', `can't backfill more than ${maxPadding} elements`);
    }
    while (node.length < index) node.push(null);
    node[index] = value;
  } else if (part === '__proto__') {
    Object.defineProperty(node as Doc, part, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else (node as Doc)[part] = value;
}

/** Sets a concrete path, making the documents on the way. */
export function setAt(doc: Doc, parts: string[], value: unknown): void {
  let node: unknown = doc;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (!isDoc(node) && !Array.isArray(node)) notViable(part, parts[i - 1], node);
    if (i === parts.length - 1) {
      assign(node, part, parts[i - 1], value);
      return;
    }
    let next = child(node, part);
    if (next === undefined) {
      next = {};
      assign(node, part, parts[i - 1], next);
    }
    node = next;
  }
}

/** Removes a concrete path; an array keeps its length and gets null there. */
export function unsetAt(doc: Doc, parts: string[]): void {
  const last = parts[parts.length - 1]!;
  const parent = getAt(doc, parts.slice(0, -1));
  if (Array.isArray(parent)) {
    if (isArrayIndex(last) && Number(last) < parent.length) parent[Number(last)] = null;
  } else if (isDoc(parent)) delete parent[last];
}

function arrayAt(doc: Doc, parts: string[], path: string): unknown[] {
  const node = getAt(doc, parts);
  if (node === undefined) {
    throw new CommandError(
      'BadValue',
      `The path '${parts.join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(node)) {
    throw new CommandError(
      'BadValue',
      `Cannot apply array updates to non-array element ${path.split('.')[parts.length - 1]}: ${shellText(node)}`,
    );
  }
  return node;
}

/** The concrete paths that a path with `$`, `$[]` or `$[name]` names in this document. */
export function concretePaths(doc: Doc, path: string, context: PathContext): string[][] {
  let paths: string[][] = [[]];
  const parts = path.split('.');
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (part === '$') {
      const position = context.position(parts.slice(0, i).join('.'));
      if (position === undefined) {
        throw new CommandError(
          'BadValue',
          'The positional operator did not find the match needed from the query.',
        );
      }
      paths = paths.map((p) => [...p, String(position)]);
    } else if (part.startsWith('$[')) {
      const name = part.slice(2, -1);
      const test = name === '' ? undefined : context.arrayFilters.get(name);
      if (name !== '' && !test) {
        throw new CommandError(
          'BadValue',
          `No array filter found for identifier '${name}' in path '${path}'`,
        );
      }
      paths = paths.flatMap((p) =>
        arrayAt(doc, p, path).flatMap((element, index) =>
          !test || test({ [name]: element }) ? [[...p, String(index)]] : [],
        ),
      );
    } else for (const p of paths) p.push(part);
  }
  return paths;
}
