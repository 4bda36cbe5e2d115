/** What a number means by the format that it is shown in. */
export type NumberKind = 'plain' | 'percent' | 'day' | 'moment' | 'time' | `zeros ${number}`;

/** The formats that have a number instead of a text (ECMA-376 18.8.30), Chinese ones included. */
const builtIn: [from: number, to: number, kind: NumberKind][] = [
  [9, 10, 'percent'],
  [14, 17, 'day'],
  [18, 21, 'time'],
  [22, 22, 'moment'],
  [27, 31, 'day'],
  [32, 35, 'time'],
  [36, 36, 'day'],
  [45, 45, 'time'],
  [47, 47, 'time'],
  [50, 54, 'day'],
  [55, 56, 'time'],
  [57, 58, 'day'],
];

export const builtInKind = (id: number): NumberKind =>
  builtIn.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'plain';

/** Reads a format's first section, without what it only prints. */
export function kindOfFormat(format: string): NumberKind {
  const printed = /"[^"]*"|[\\_*]./gu;
  const marks = format.replace(printed, '');
  // Hours beyond a day are a length of time, not a time of day.
  if (/\[(h+|m+|s+)\]/i.test(marks)) return 'plain';
  const [code = ''] = marks.replace(/\[[^\]]*\]/g, '').split(';');
  const bare = code.replace(/am\/pm|a\/p|上午\/下午|general/gi, '');
  const clock = /[hs]/i.test(bare);
  if (/[yd]/i.test(bare) || (!clock && /m/i.test(bare))) return clock ? 'moment' : 'day';
  if (clock) return 'time';
  if (bare.includes('%')) return 'percent';
  return /^0{2,15}$/.test(bare) ? `zeros ${bare.length}` : 'plain';
}
