import type { NeedAnswer } from '../../../api/needs.ts';
import type { Texts } from '../../../texts/use-text.tsx';

type Indicator = NonNullable<NeedAnswer['indicators']>[number];
const signs: Record<string, string> = { '<': '＜', '<=': '≤', '=': '＝', '>=': '≥', '>': '＞' };

/** `≥ 200 ℃`, or both ends where it lies between. */
export function indicatorValue(
  { relation, value, unit }: Indicator,
  t: Texts['t'],
  word: Texts['word'],
): string {
  if (Array.isArray(value)) {
    return `${t.desk.need.between(String(value[0]), String(value[1]))} ${unit}`.trim();
  }
  return `${signs[relation] ?? word('relations', relation)} ${value} ${unit}`.trim();
}
