/** Thousandths as a percentage: 1315 is `131.5%`. */
export function percentOf(permille: number): string {
  const size = Math.abs(permille);
  const tenth = size % 10;
  return `${permille < 0 ? '−' : ''}${(size - tenth) / 10}${tenth === 0 ? '' : `.${tenth}`}%`;
}
