import type { BSONRegExp, Double, Long } from 'bson';
import type { Doc } from './bson-decode.ts';
import { toRegExp } from './regex.ts';
import { bsonType, isDoc, isNumeric, toNumber } from './values.ts';

/**
 * A copy for mingo, which knows only JavaScript's numbers: doubles and int64 become numbers (an
 * int64 beyond 2^53 loses digits, in expressions only), regular expressions become RegExp.
 */
export function promote(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(promote);
  switch (bsonType(value)) {
    case undefined:
      break;
    case 'Double':
    case 'Int32':
      return (value as Double).valueOf();
    case 'Long':
      return (value as Long).toNumber();
    case 'BSONRegExp':
      return toRegExp(value as BSONRegExp, undefined);
    case 'BSONSymbol':
      return (value as { value: string }).value;
    default:
      return value;
  }
  if (!isDoc(value)) return value;
  // Spread first: assigning to a field named __proto__ would do something else.
  const copy: Doc = { ...value };
  for (const name of Object.keys(copy)) copy[name] = promote(value[name]);
  return copy;
}

/** Gives the untouched parts of a promoted document their stored number types back. */
export function restoreTypes(value: unknown, stored: unknown): unknown {
  if (Array.isArray(value)) {
    return Array.isArray(stored) ? value.map((item, i) => restoreTypes(item, stored[i])) : value;
  }
  if (typeof value === 'number' && typeof stored === 'object' && isNumeric(stored)) {
    return toNumber(stored) === value ? stored : value;
  }
  if (value instanceof RegExp && bsonType(stored) === 'BSONRegExp') return stored;
  if (isDoc(value) && isDoc(stored)) {
    const copy: Doc = { ...value };
    for (const name of Object.keys(copy)) copy[name] = restoreTypes(value[name], stored[name]);
    return copy;
  }
  return value;
}
