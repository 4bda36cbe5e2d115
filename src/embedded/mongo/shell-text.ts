import type { Doc } from './bson-decode.ts';
import { binaryBytes, bsonType, isDoc } from './values.ts';

/** A value as MongoDB prints it inside its own messages. */
export function shellText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    return Number.isInteger(value) && Math.abs(value) >= 2 ** 31 ? `${value}.0` : String(value);
  }
  if (Array.isArray(value)) {
    return value.length ? `[ ${value.map(shellText).join(', ')} ]` : '[]';
  }
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  switch (bsonType(value)) {
    case 'ObjectId':
      return `ObjectId('${String(value)}')`;
    case 'Double':
      return Number(value).toFixed(1);
    case 'Binary':
      return `BinData(${(value as { sub_type: number }).sub_type}, ${binaryBytes(value).toString('hex').toUpperCase()})`;
    case undefined:
      return isDoc(value) ? docText(value) : String(value);
    default:
      return String(value);
  }
}

function docText(doc: Doc): string {
  const fields = Object.keys(doc).map((name) => `${name}: ${shellText(doc[name])}`);
  return fields.length ? `{ ${fields.join(', ')} }` : '{}';
}
