import type { Agreement } from './agreement.ts';
import { partyKey } from './agreement-party.ts';

type Compared = Pick<Agreement, 'seller' | 'buyer' | 'signedAt' | 'contractValueFen' | 'title'>;

/** Title from which two agreements of the same key are thought to be one. */
const similarFrom = 0.6;

/** Letters and digits only: punctuation and spaces differ between two typings of one title. */
const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * What two records of one contract share: seller, buyer, signing day and amount. Undefined while
 * unsigned, for a draft repeats another only by the day it is signed on.
 */
export const likenessKey = (agreement: Compared): string | undefined =>
  agreement.signedAt === undefined
    ? undefined
    : [
        partyKey(agreement.seller),
        partyKey(agreement.buyer),
        agreement.signedAt,
        agreement.contractValueFen,
      ].join('|');

const bigrams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  const characters = [...text];
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = characters[at]! + characters[at + 1]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

/** Dice coefficient over character pairs, 0–1: short Chinese titles need no words for this. */
export const titleLikeness = (a: string, b: string): number => {
  const [left, right] = [plainTitle(a), plainTitle(b)];
  if (left === right) return 1;
  const [mine, theirs] = [bigrams(left), bigrams(right)];
  const total = [...mine.values(), ...theirs.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  let common = 0;
  for (const [pair, count] of mine) common += Math.min(count, theirs.get(pair) ?? 0);
  return (2 * common) / total;
};

export type Likeness = 'exact' | 'similar' | 'different';

/** Compares two agreements of the same likeness key. */
export const likeness = (a: Compared, b: Compared): Likeness => {
  const key = likenessKey(a);
  if (key === undefined || key !== likenessKey(b)) return 'different';
  const score = titleLikeness(a.title, b.title);
  if (score === 1) return 'exact';
  return score >= similarFrom ? 'similar' : 'different';
};
