import type { ForeignAmount } from './agreement.ts';

const decimal = /^(\d{1,15})(?:\.(\d{1,8}))?$/;

interface Decimal {
  digits: bigint;
  scale: number;
}

const parseDecimal = (text: string): Decimal | undefined => {
  const match = decimal.exec(text);
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  return { digits: BigInt(match[1]! + fraction), scale: fraction.length };
};

/** A decimal above zero: an amount or a rate of nothing says nothing. */
export const isDecimal = (text: string): boolean => (parseDecimal(text)?.digits ?? 0n) > 0n;

/** amount × rate in CNY fen, halves up, exact; undefined where either is no decimal. */
export const foreignInFen = (
  foreign: Pick<ForeignAmount, 'amount' | 'rate'>,
): bigint | undefined => {
  const [amount, rate] = [parseDecimal(foreign.amount), parseDecimal(foreign.rate)];
  if (!amount || !rate) return undefined;
  const scale = 10n ** BigInt(amount.scale + rate.scale);
  return (2n * amount.digits * rate.digits * 100n + scale) / (2n * scale);
};

/** Banks round a rate to four or five digits, so a thousandth of the value may differ unremarked. */
export const foreignDiffers = (foreign: ForeignAmount, contractValueFen: number): boolean => {
  const fen = foreignInFen(foreign);
  if (fen === undefined) return true;
  const difference = fen - BigInt(contractValueFen);
  return (difference < 0n ? -difference : difference) * 1000n > fen;
};
