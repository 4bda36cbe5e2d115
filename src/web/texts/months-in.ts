export interface Period {
  from: string;
  to: string;
}

/** Whole months of a stretch within one year, else 0. */
export function monthsIn({ from, to }: Period): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const [endYear, endMonth, endDay] = to.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(endYear, endMonth, 0)).getUTCDate();
  return day === 1 && endDay === last && year === endYear ? endMonth - month + 1 : 0;
}
