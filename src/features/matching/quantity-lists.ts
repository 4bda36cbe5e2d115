import { numberPattern, parseNumber } from './number-forms.ts';
import type { Quantity } from './quantities.ts';

const separator = '\\s?(?:、|,|，|和|与|及|以及)\\s?';
const numbersBefore = new RegExp(`((?:(?:${numberPattern})${separator})+)$`);
const eachNumber = new RegExp(numberPattern, 'g');
const onlySeparators = new RegExp(`^(?:${separator})*$`);
const respectively = /^(?:.*[。；;.\n])?(.+?)\s?分别.{0,6}$/s;

/**
 * 总氮、总磷去除率分别为85和90%: numbers that share the last one's unit become quantities, and each
 * gets the name in its place; where the places do not agree, nobody can say what is whose.
 */
export function alignLists(plain: string, found: readonly Quantity[]): Quantity[] {
  if (!plain.includes('分别')) return [...found];
  const all = found.flatMap((one) => [...sharing(plain, one), one]);
  let i = 0;
  while (i < all.length) {
    let end = i + 1;
    while (
      end < all.length &&
      onlySeparators.test(plain.slice(all[end - 1]!.end, all[end]!.start))
    ) {
      end += 1;
    }
    name(all.slice(i, end), plain.slice(Math.max(0, all[i]!.start - 80), all[i]!.start));
    i = end;
  }
  return all;
}

/** Bare numbers right before a quantity in a list that 分别 opens. */
function sharing(plain: string, one: Quantity): Quantity[] {
  const before = plain.slice(Math.max(0, one.start - 60), one.start);
  const list = numbersBefore.exec(before);
  if (list === null || !/分别.{0,6}$/.test(before.slice(0, list.index))) return [];
  return [...list[1]!.matchAll(eachNumber)].flatMap(({ 0: text, index }) => {
    const value = parseNumber(text.trim());
    if (value === undefined) return [];
    const start = one.start - before.length + list.index + index;
    const { upper, rough, ...rest } = one;
    return [{ ...rest, relation: '=' as const, value, start, end: start + text.length }];
  });
}

function name(group: Quantity[], before: string): void {
  if (group.length < 2) return;
  const names = respectively.exec(before)?.[1]?.split(/[、,，]|和|与|及(?!其)|以及/);
  if (names === undefined) return;
  const own = names.slice(-group.length);
  // 总氮、总磷的去除率: the last name carries what all are measured by.
  const shared =
    /(?:的|平均|总)?([\u4e00-\u9fff]{2,4}[率量度值数])$/.exec(own.at(-1) ?? '')?.[1] ?? '';
  group.forEach((one, at) => {
    one.subject =
      names.length === 1
        ? names[0]!
        : own.length === group.length
          ? own[at]! + (at + 1 < group.length && !own[at]!.endsWith(shared) ? shared : '')
          : '';
  });
}
