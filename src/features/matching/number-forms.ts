import { parseChineseNumber } from './chinese-number.ts';

const digits = '\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ofTen = `10(?:\\^\\{?[-−+]?\\d{1,2}\\}?|[⁻⁺]?[${superscripts}]+)`;
/** Abstracts lose their superscripts: 5×10-3, and 5×103 for five thousand. */
const timesTen = `\\s?[×xX*]\\s?(?:${ofTen}|10[-−+]?[1-9]\\d?(?!\\d|\\.))`;
const chinese = '[零一二三四五六七八九十百千万亿两半〇]+(?:点[零一二三四五六七八九]+)?';
const simple = `(?:${digits})(?:[eE][+-]?\\d{1,2})?\\s?[百千万亿]*|${chinese}`;

/** A number as texts write it, 3,000 and 二点五万 and 5×10⁻³ and 四分之一 among them; no sign. */
export const numberPattern = `(?:${digits})${timesTen}|${ofTen}|(?:${chinese})分之(?:${simple})|一半|(?:${simple})`;

const scale: Record<string, number> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const power = new RegExp(
  `^(?:(${digits})\\s?[×xX*]\\s?)?10\\^?\\{?([-−+⁻⁺]?)([\\d${superscripts}]+)\\}?$`,
);

/** The value of such a text; undefined for what only looks like one. */
export function parseNumber(text: string): number | undefined {
  if (text === '一半') return 0.5;
  const parts = /^(.+)分之(.+)$/.exec(text);
  if (parts !== null) {
    const whole = parseNumber(parts[1]!);
    const some = parseNumber(parts[2]!);
    return whole === undefined || some === undefined || whole === 0 ? undefined : some / whole;
  }
  const raised = /[×xX*^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text) ? power.exec(text) : null;
  if (raised !== null) {
    const [, factor = '1', sign, exponent] = raised;
    const value = Number([...exponent!].map((one) => digitOf(one)).join(''));
    return Number(factor.replaceAll(',', '')) * 10 ** (/[-−⁻]/.test(sign!) ? -value : value);
  }
  const match = /^([\d,.]+(?:[eE][+-]?\d+)?)\s?([百千万亿]*)$/.exec(text);
  if (match === null) return parseChineseNumber(text);
  const factor = [...match[2]!].reduce((product, unit) => product * scale[unit]!, 1);
  const value = Number(match[1]!.replaceAll(',', '')) * factor;
  return Number.isFinite(value) ? value : undefined;
}

function digitOf(character: string): number {
  const raised = superscripts.indexOf(character);
  return raised < 0 ? Number(character) : raised;
}
