import { compareValues } from './compare.ts';
import { isDoc, rank, rankOf, stringOf } from './values.ts';

export interface CollationSpec {
  locale: string;
  strength?: number;
  caseLevel?: boolean;
  caseFirst?: string;
  numericOrdering?: boolean;
  alternate?: string;
}

export type ValueOrder = (a: unknown, b: unknown) => number;

const sensitivities: Record<number, 'base' | 'accent' | 'variant'> = {
  1: 'base',
  2: 'accent',
  3: 'variant',
};

/** Compares strings inside any value by the collation; without one (or `simple`) by bytes. */
export function valueOrder(spec: CollationSpec | undefined): ValueOrder {
  if (!spec?.locale || spec.locale === 'simple') return compareValues;
  const strength = Number(spec.strength ?? 3);
  const collator = new Intl.Collator(spec.locale.replace('_', '-'), {
    sensitivity: spec.caseLevel && strength === 1 ? 'case' : (sensitivities[strength] ?? 'variant'),
    numeric: Boolean(spec.numericOrdering),
    caseFirst: spec.caseFirst === 'upper' || spec.caseFirst === 'lower' ? spec.caseFirst : 'false',
    ignorePunctuation: spec.alternate === 'shifted',
  });
  return (a, b) => compareValues(a, b, (x, y) => collator.compare(x, y));
}

/** True where strings keep their plain byte order, so that ordinary indexes may serve. */
export function isSimple(spec: CollationSpec | undefined): boolean {
  return !spec?.locale || spec.locale === 'simple';
}

function foldString(text: string, strength: number): string {
  if (strength >= 3) return text;
  const lower = text.normalize('NFC').toLowerCase();
  return strength === 2 ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * Maps every string to one representative of those that the collation calls equal. Keys of a
 * collated index hold the representative: right for equality and uniqueness, not for order.
 */
export function collationFolder(spec: CollationSpec): (value: unknown) => unknown {
  const strength = Number(spec.strength ?? 3);
  const fold = (value: unknown): unknown => {
    if (rankOf(value) === rank.string) return foldString(stringOf(value), strength);
    if (Array.isArray(value)) return value.map(fold);
    if (isDoc(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, fold(v)]));
    }
    return value;
  };
  return fold;
}

export function sameCollation(a: CollationSpec | undefined, b: CollationSpec | undefined): boolean {
  if (isSimple(a) || isSimple(b)) return isSimple(a) && isSimple(b);
  return a?.locale === b?.locale && Number(a?.strength ?? 3) === Number(b?.strength ?? 3);
}
