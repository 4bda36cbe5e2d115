import { Decimal128, Double, Long } from 'bson';
import { CommandError } from './errors.ts';
import { typeNumber } from './type-names.ts';
import { bsonType, decimalParts, toNumber } from './values.ts';

type Operation = 'add' | 'multiply';

function asDouble(value: number): unknown {
  return (value | 0) === value ? new Double(value) : value;
}

function asBigInt(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value));
}

function onDecimals(a: unknown, b: unknown, operation: Operation): Decimal128 {
  const [x, y] = [a, b].map((value) =>
    decimalParts(
      bsonType(value) === 'Decimal128'
        ? (value as Decimal128)
        : Decimal128.fromString(value instanceof Long ? value.toString() : String(toNumber(value))),
    ),
  );
  if (!x || !y) return Decimal128.fromString('NaN');
  if (operation === 'multiply') {
    return Decimal128.fromStringWithRounding(`${x.digits * y.digits}E${x.exponent + y.exponent}`);
  }
  const low = Math.min(x.exponent, y.exponent);
  const sum =
    x.digits * 10n ** BigInt(x.exponent - low) + y.digits * 10n ** BigInt(y.exponent - low);
  return plainDecimal(sum, low);
}

/** Written without an exponent where that is natural, so that 1.1 + 2.2 prints as 3.3. */
function plainDecimal(digits: bigint, exponent: number): Decimal128 {
  if (exponent >= 0 || exponent < -30) {
    return Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
  }
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(1 - exponent, '0');
  return Decimal128.fromStringWithRounding(
    `${sign}${text.slice(0, exponent)}.${text.slice(exponent)}`,
  );
}

/** Adds or multiplies two BSON numbers with MongoDB's rules for the type of the result. */
export function arithmetic(a: unknown, b: unknown, operation: Operation): unknown {
  const types = [typeNumber(a), typeNumber(b)];
  if (types.includes(19)) return onDecimals(a, b, operation);
  if (types.includes(1)) {
    const [x, y] = [toNumber(a), toNumber(b)];
    return asDouble(operation === 'add' ? x + y : x * y);
  }
  const [x, y] = [asBigInt(a), asBigInt(b)];
  const result = operation === 'add' ? x + y : x * y;
  if (BigInt.asIntN(64, result) !== result) {
    throw new CommandError(
      'BadValue',
      `Failed to apply $inc operations to current value: integer overflow`,
    );
  }
  const small = types[0] === 16 && types[1] === 16 && BigInt.asIntN(32, result) === result;
  return small ? Number(result) : Long.fromBigInt(result);
}

/** `$bit`: keeps the wider of the two integer types. */
export function bitwise(a: unknown, b: unknown, operation: string): unknown {
  const [x, y] = [asBigInt(a), asBigInt(b)];
  const result = operation === 'and' ? x & y : operation === 'or' ? x | y : x ^ y;
  return typeNumber(a) === 18 || typeNumber(b) === 18
    ? Long.fromBigInt(BigInt.asIntN(64, result))
    : Number(BigInt.asIntN(32, result));
}
