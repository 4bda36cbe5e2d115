import type { Doc } from './bson-decode.ts';
import { isDoc } from './values.ts';

/** The fields of a DBRef start with a dollar and are none the less fields. */
export function isOperatorName(name: string | undefined): boolean {
  return name?.[0] === '$' && name !== '$ref' && name !== '$id' && name !== '$db';
}

/** True for `{ $gt: 1 }`, false for a literal document (a DBRef's `$ref` and `$id` are literal). */
export function isOperatorDoc(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  return isOperatorName(Object.keys(value)[0]);
}
