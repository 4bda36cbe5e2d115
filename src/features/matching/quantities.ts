import type { Relation } from '../../vocabulary.ts';
import { parseChineseNumber } from './chinese-number.ts';
import { unitOf, unitPattern } from './units.ts';

/** A number with its unit as a text states it; positions in UTF-16 units of that text. */
export type Quantity = {
  relation: Relation;
  value: number;
  /** The other end of a `between`. */
  upper?: number;
  unit: string;
  /** 达到, 降到: a bound when one asks for it, the very value when one has done it. */
  reached?: true;
  /** What stands before it in its clause: says what is measured. */
  subject: string;
  start: number;
  end: number;
};

const digitNumber = '\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const chineseNumber = '[零一二三四五六七八九十百千万亿两半〇]+(?:点[零一二三四五六七八九]+)?';
const number = `(?:(?<![\\w)%℃-])-)?(?:${digitNumber})\\s*[百千万亿]*|${chineseNumber}`;

const relations: readonly [Relation, string][] = [
  [
    '<=',
    '≤|≦|<=|不超过|别超过|不许超过|不得超过|不大于|不高于|不多于|最多|至多|控制在|降到|降至|压到',
  ],
  ['>=', '≥|≧|>=|不低于|不小于|不少于|至少|起码|最少|提到|提高到|达到'],
  ['<', '<|小于|低于|少于|不足|不到'],
  ['>', '>|大于|高于|超过|多于|突破'],
];
const reaching = new Set(['控制在', '降到', '降至', '压到', '提到', '提高到', '达到']);
const relationPattern = relations.map(([, words]) => words).join('|');
const after: readonly [Relation, string][] = [
  ['>=', '以上|及以上|往上'],
  ['<=', '以下|以内|之内|及以下'],
];
const afterPattern = after.map(([, words]) => words).join('|');

const quantity = new RegExp(
  `(${relationPattern})?\\s*(百分之)?(${number})\\s*(?:(?:${unitPattern})?[~～\\-–—至到]\\s*(?:百分之)?(${number})\\s*)?` +
    `(${unitPattern})?(?![a-zA-Z])(${afterPattern})?`,
  'g',
);

/** Full-width signs as their half-width ones, so that positions stay. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** Numbers with a known unit: 3000 小时, ≤0.05 mm, 2 兆瓦, 百分之八十五, 两年, 10~15 ℃. */
export function findQuantities(text: string): Quantity[] {
  const plain = halfWidth(text);
  const found: Quantity[] = [];
  for (const match of plain.matchAll(quantity)) {
    const [whole, before, percent, first, second, unitFound, behind] = match;
    const unit = percent === undefined ? unitFound : '%';
    if (unit === undefined || isPartOfWord(plain, match.index, first!)) continue;
    const value = parseNumber(first!);
    const other = second === undefined ? undefined : parseNumber(second);
    if (value === undefined || (second !== undefined && other === undefined)) continue;
    const start = match.index + whole.length - whole.trimStart().length;
    found.push({
      ...withRelation(value, other, before, behind),
      unit,
      ...(behind === undefined && reaching.has(before ?? '') ? { reached: true as const } : {}),
      subject: subjectBefore(plain, start),
      start,
      end: match.index + whole.length,
    });
  }
  return found;
}

/** 统一 and 万年青 hold no number; a digit behind a letter is part of a name (PM2.5, TiO2). */
function isPartOfWord(text: string, start: number, first: string): boolean {
  const before = text[start - 1] ?? '';
  return /^\d/.test(first) && /[a-zA-Z_.-]/.test(before) && text[start] === first[0];
}

function parseNumber(text: string): number | undefined {
  const match = /^(-?[\d,.eE+-]+)\s*([百千万亿]*)$/.exec(text.trim());
  if (match === null) return parseChineseNumber(text.trim());
  const scale = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 } as Record<string, number>;
  const factor = [...match[2]!].reduce((product, unit) => product * scale[unit]!, 1);
  const value = Number(match[1]!.replaceAll(',', '')) * factor;
  return Number.isFinite(value) ? value : undefined;
}

function withRelation(
  value: number,
  other: number | undefined,
  before: string | undefined,
  behind: string | undefined,
): Pick<Quantity, 'relation' | 'value' | 'upper'> {
  if (other !== undefined) {
    return { relation: 'between', value: Math.min(value, other), upper: Math.max(value, other) };
  }
  const find = (list: readonly [Relation, string][], word: string | undefined) =>
    word === undefined ? undefined : list.find(([, words]) => words.split('|').includes(word))?.[0];
  return { relation: find(after, behind) ?? find(relations, before) ?? '=', value };
}

/** Up to 12 characters back to the last stop: what the number is about. */
function subjectBefore(text: string, start: number): string {
  const clause = /[^，。；、,;!?！？\n]*$/.exec(text.slice(Math.max(0, start - 12), start));
  return (clause?.[0] ?? '').trim();
}

/** Interval of what is stated, in the base unit of its dimension; undefined for an unknown unit. */
export function intervalOf(
  stated: Pick<Quantity, 'relation' | 'value' | 'upper' | 'unit'>,
): { dimension: string; low: number; high: number } | undefined {
  const unit = unitOf(stated.unit);
  if (unit === undefined) return undefined;
  const base = (value: number) => value * unit.factor + (unit.offset ?? 0);
  const value = base(stated.value);
  const { dimension } = unit;
  switch (stated.relation) {
    case '<':
    case '<=':
      return { dimension, low: Number.NEGATIVE_INFINITY, high: value };
    case '>':
    case '>=':
      return { dimension, low: value, high: Number.POSITIVE_INFINITY };
    case 'between':
      return { dimension, low: value, high: base(stated.upper ?? stated.value) };
    case '=':
      return { dimension, low: value, high: value };
  }
}
