import type { Language } from '../texts/language.ts';

/** Units in which Chinese offices write amounts, with their size in fen as a power of ten. */
export const moneyUnits = { yuan: 2, tenThousand: 6, hundredMillion: 10 } as const;
export type MoneyUnit = keyof typeof moneyUnits;

const suffix: Record<MoneyUnit, string> = {
  yuan: '元',
  tenThousand: '万元',
  hundredMillion: '亿元',
};

/** The unit in which a reader grasps an amount. */
export function naturalUnit(fen: number): MoneyUnit {
  const size = Math.abs(fen);
  if (size >= 10 ** 10) return 'hundredMillion';
  return size >= 10 ** 6 ? 'tenThousand' : 'yuan';
}

/**
 * An amount of whole fen in a unit, exact, with thousands separated: 211100000000 in
 * `hundredMillion` is `21.11`. Reckoned on digits, so that no amount loses a fen.
 */
export function amountIn(fen: number, unit: MoneyUnit): string {
  return grouped(fen, moneyUnits[unit]);
}

function grouped(fen: number, places: number): string {
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(-places);
  const fraction = places === 2 ? (rest === '00' ? '' : rest) : rest.replace(/0+$/, '');
  return `${fen < 0 ? '−' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The number alone, beside a heading that names the unit (`unitName`). */
export function amountFor(fen: number, language: Language, unit: MoneyUnit): string {
  if (language === 'zh') return amountIn(fen, unit);
  return unit === 'hundredMillion' ? grouped(fen, 8) : amountIn(fen, 'yuan');
}

export function unitName(language: Language, unit: MoneyUnit): string {
  if (language === 'zh') return suffix[unit];
  return unit === 'hundredMillion' ? 'CNY million' : 'CNY';
}

/** The same with the unit's name: `21.11 亿元`; English readers count millions. */
export function money(fen: number, language: Language, unit = naturalUnit(fen)): string {
  const amount = amountFor(fen, language, unit);
  if (language === 'zh') return `${amount} ${suffix[unit]}`;
  return `CNY ${amount}${unit === 'hundredMillion' ? ' million' : ''}`;
}

/**
 * Fen of an amount as a person types it in a unit: separators and full-width digits are taken,
 * parts of a fen are not (`undefined`).
 */
export function fenOf(typed: string, unit: MoneyUnit): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[,，\s]/g, '');
  const match = /^(\d{1,15})(?:\.(\d*))?$/.exec(plain);
  if (!match) return undefined;
  const places = moneyUnits[unit];
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return undefined;
  const fen = Number(match[1] + fraction.padEnd(places, '0'));
  return Number.isSafeInteger(fen) ? fen : undefined;
}
