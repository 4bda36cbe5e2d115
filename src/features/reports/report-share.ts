import type { CountedRow } from './report.ts';

/** The part of a row that no broker has: an agreement without an engagement or without a lead. */
export const nobody = '';

/** Hundredths of a percent, so that thirds add up exactly. */
const whole = 10_000n;

/**
 * Whose a row is, and how much of its technology value: the others' shares rounded down to the fen,
 * the rest the lead's, so that the parts of a row always add up to it.
 */
export function partsOf({ facts, technologyValueFen }: CountedRow): Map<string, number> {
  const { leadBrokerId = nobody, shares = [] } = facts.brokerage ?? {};
  const parts = new Map<string, number>([[leadBrokerId, technologyValueFen]]);
  for (const { brokerId, percent } of shares) {
    if (brokerId === leadBrokerId) continue;
    const hundredths = BigInt(Math.round(percent * 100));
    const part = Number((BigInt(technologyValueFen) * hundredths) / whole);
    parts.set(brokerId, (parts.get(brokerId) ?? 0) + part);
    parts.set(leadBrokerId, parts.get(leadBrokerId)! - part);
  }
  return parts;
}
