import type { Relation } from '../../vocabulary.ts';
import { numberPattern, parseNumber } from './number-forms.ts';
import { alignLists } from './quantity-lists.ts';
import { subjectOf } from './quantity-subject.ts';
import { saidBefore, saidBehind } from './quantity-words.ts';
import { perBefore, unitAt, unitOf } from './units.ts';

/** A number with its unit as a text states it; positions in UTF-16 units of that text. */
export type Quantity = {
  relation: Relation;
  value: number;
  /** The other end of a `between`. */
  upper?: number;
  /** As written; '' for a bare number, and for a share such as 四分之一. */
  unit: string;
  /** 达到, 降到: a bound when one asks for it, the very value when one has done it. */
  reached?: true;
  /** 提高, 降低 by so much: a difference, which no value answers. */
  change?: 'up' | 'down';
  /** 约, 左右. */
  rough?: true;
  /** 由42%提高到85%: the first is what it was before. */
  past?: true;
  /** What its clause says it is about. */
  subject: string;
  start: number;
  end: number;
};

const sign = '(?:(?:(?<![\\w)%℃°\\u4e00-\\u9fff-])|(?<=[为是在至到于达约]))[-−]|零下|负)';
const range = '\\s?(?:~|-|–|—|−|至|到|to)\\s?';
const numbers = new RegExp(numberPattern, 'g');
const signBefore = new RegExp(`(?:±|${sign})\\s?$`);
const spread = new RegExp(`\\s?±\\s?(${numberPattern})`, 'y');
const upTo = new RegExp(`${range}(${sign}?)\\s?(${numberPattern})`, 'y');
/** The longest stretch before a number that is looked at for what it is about. */
const reach = 60;

/** Full-width signs as their half-width ones and look-alikes as one, so that positions stay. */
function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[～∼〜]/g, '~')
    .replaceAll('µ', 'μ')
    .replaceAll('﹪', '%');
}

/** Numbers with a known unit: 3000 小时, ≤0.05 mm, 2 兆瓦, 百分之八十五, 零下四十度, 每分钟6转. */
export function findQuantities(text: string): Quantity[] {
  const plain = plainText(text);
  const found: Quantity[] = [];
  let free = 0;
  for (const { 0: number, index } of plain.matchAll(numbers)) {
    if (index < free) continue;
    const one = readQuantity(plain, number, index, free);
    if (one === undefined) continue;
    const before = found.at(-1);
    if (before !== undefined && one.subject === '') goesOn(plain, before, one);
    found.push(one);
    free = one.end;
  }
  return alignLists(plain, found);
}

/** 由42%提高到85%: the same thing, of which the first is past. */
function goesOn(plain: string, before: Quantity, one: Quantity): void {
  const gap = plain.slice(before.end, one.start);
  if (/[。；;!?！？\n]/.test(gap) || gap.length > 12) return;
  const [, was] = /^(.*)(?:由|从|自)[^由从自]{0,4}$/.exec(before.subject) ?? [];
  if (was !== undefined && one.reached) before.past = true;
  one.subject = was ?? before.subject;
}

function readQuantity(
  plain: string,
  number: string,
  at: number,
  free: number,
): Quantity | undefined {
  const scan = readUnits(plain, at + number.length, number);
  // Nine numbers in ten end here: no unit, and no word that makes do without one.
  if (scan.unit === undefined && !barely.test(plain.slice(Math.max(free, at - 16), at))) {
    return undefined;
  }
  const signed = signBefore.exec(plain.slice(Math.max(free, at - 4), at))?.[0] ?? '';
  const start = at - signed.length;
  const value = isPartOfWord(plain, start) ? undefined : parseNumber(number.trim());
  if (value === undefined) return undefined;
  const share = isShare(number);
  const before = plain.slice(Math.max(free, start - reach), start);
  const per = scan.unit ? perBefore(before) : undefined;
  const spelling = per === undefined ? (scan.unit ?? '') : `${scan.unit}/${per.unit}`;
  if (isDate(spelling, plain.slice(start, scan.end)) || unitOf(spelling) === undefined) {
    return undefined;
  }
  const lead = before.slice(0, per?.start);
  const said = saidBefore(lead.slice(-20));
  const late = saidBehind(plain.slice(scan.end, scan.end + 8));
  const end = scan.end + late.length;
  const from = lead.length - said.length;
  return {
    ...valuesSaid(value * (share ? 100 : 1), signed.trim(), scan, late.relation ?? said.relation),
    unit: share && spelling === '' ? '%' : spelling,
    ...(said.reached && late.relation === undefined && { reached: true as const }),
    ...(said.change && { change: said.change }),
    ...((said.rough || late.rough || scan.rough) && { rough: true as const }),
    subject: subjectOf(lead.slice(0, from), plain.slice(end, end + 12)),
    start: start - before.length + from,
    end,
  };
}

type Scan = {
  unit?: string;
  end: number;
  rough?: boolean;
  upper?: number;
  around?: number;
  lower?: number;
};

/** The unit behind a number, and a second number of 10~15 mm, 10 mm 至 15 mm or 25±2 ℃. */
function readUnits(plain: string, at: number, number: string): Scan {
  const share = isShare(number);
  const first = unitBehind(plain, at);
  const end = first?.end ?? at;
  const next = plain[end] === ' ' ? plain[end + 1] : plain[end];
  const around = next === '±' ? numberAt(spread, plain, end) : undefined;
  if (around !== undefined) {
    const own = first ?? unitBehind(plain, around.end);
    if (own !== undefined) {
      return { unit: own.unit, end: Math.max(own.end, around.end), around: around.value };
    }
  }
  const other = '~-–—−至到t'.includes(next ?? ' ') ? numberAt(upTo, plain, end) : undefined;
  if (other !== undefined) {
    const second = unitBehind(plain, other.end);
    const unit = second?.unit ?? (isShare(other.text) && share ? '' : undefined);
    if (unit !== undefined) {
      const scale = first === undefined ? 1 : ratioOf(first.unit, unit);
      const upper = other.value * (unit === '' ? 100 : 1);
      if (scale !== undefined) return { unit, end: second?.end ?? other.end, upper, lower: scale };
    }
  }
  if (first !== undefined) return { unit: first.unit, end, rough: first.rough };
  return share ? { unit: '', end: at } : { end: at };
}

/** The unit behind a number, a space or 多 between them. */
function unitBehind(plain: string, at: number) {
  let from = at;
  if (plain[from] === ' ') from += 1;
  const rough = '多余来'.includes(plain[from] ?? '-');
  if (rough) from += 1;
  const unit = unitAt(plain, from);
  return unit === undefined ? undefined : { unit, end: from + unit.length, rough };
}

function numberAt(pattern: RegExp, plain: string, at: number) {
  pattern.lastIndex = at;
  const match = pattern.exec(plain);
  if (match === null) return undefined;
  const text = match.at(-1)!.trim();
  const value = parseNumber(text);
  if (value === undefined) return undefined;
  return { text, value: isNegative(match[1]!) ? -value : value, end: pattern.lastIndex };
}

const isNegative = (signed: string) => /^[-−零负]/.test(signed.trim());
const isShare = (number: string) => /分之|一半/.test(number);

function ratioOf(one: string, other: string): number | undefined {
  if (one === other) return 1;
  const [a, b] = [unitOf(one), unitOf(other)];
  return a !== undefined && a.dimension === b?.dimension ? a.factor / b.factor : undefined;
}

/** Bare numbers count only where the word before says what they are. */
const barely =
  /(?:系数|信噪比|pH值?|PH值?|色差|指数|折射率|介电常数|因子|之比|比值|AUC|ΔE)[^\d,，。;；、]{0,8}$/;

/** 第三天, 几十年; a digit behind a letter is part of a name (PM2.5, TiO2). */
function isPartOfWord(text: string, start: number): boolean {
  const before = text[start - 1] ?? '';
  if (/[第几数好]/.test(before)) return true;
  return /[0-9]/.test(text[start]!) && /[a-zA-Z_.-]/.test(before);
}

/** 2026年 is a date, and so is 2008~2010 年; 1980s is a decade. */
function isDate(unitFound: string, text: string): boolean {
  if (/^(?:1[5-9]|20)\d\ds$/.test(text)) return true;
  return /^年/.test(unitFound) && /(?:^|\D)(?:1[5-9]|20)\d\d(?:\D|$)/.test(text);
}

function valuesSaid(
  value: number,
  signed: string,
  scan: Scan,
  relation: Relation,
): Pick<Quantity, 'relation' | 'value' | 'upper'> {
  // ±0.05 bounds how far something is off.
  if (signed === '±') return { relation: '<=', value };
  const base = isNegative(signed) ? -value : value;
  if (scan.around !== undefined) {
    return { relation: 'between', value: base - scan.around, upper: base + scan.around };
  }
  if (scan.upper === undefined) return { relation, value: base };
  const low = base * (scan.lower ?? 1);
  return {
    relation: 'between',
    value: Math.min(low, scan.upper),
    upper: Math.max(low, scan.upper),
  };
}
