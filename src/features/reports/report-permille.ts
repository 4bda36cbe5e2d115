/**
 * A part in thousandths of the whole, half a thousandth away from zero, as a spreadsheet's ROUND
 * does: whoever works a published rate out again gets the same. Exact, for fen times a thousand may
 * leave the range in which a double counts every unit.
 */
export function permilleOf(part: number, whole: number): number {
  const [twice, of] = [BigInt(part) * 2000n, BigInt(whole)];
  return Number((twice + (part < 0 ? -of : of)) / (2n * of));
}
