/** Digits and capitals without I, O, S, V, Z: GB 32100-2015, table 1; the index is the value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CreditCodeFault = 'length' | 'alphabet' | 'check_character';

export type CreditCodeCheck =
  | { ok: true; code: string }
  /** `at`: index of the first character outside the alphabet. */
  | { ok: false; code: string; fault: CreditCodeFault; at?: number };

/** One spelling for one code: half-width, capitals, no spaces. Typing and copying produce all others. */
export const normalizeCreditCode = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

const checkCharacter = (first17: string): string => {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
};

const firstOutsideAlphabet = (code: string): number =>
  [...code].findIndex((character) => !ALPHABET.includes(character));

/**
 * Checks a unified social credit code (统一社会信用代码) by GB 32100-2015 and says why it is wrong.
 * The last character is part of the alphabet check too, so a `Z` there is an alphabet fault.
 */
export const checkCreditCode = (text: string): CreditCodeCheck => {
  const code = normalizeCreditCode(text);
  if (code.length !== LENGTH) return { ok: false, code, fault: 'length' };
  const at = firstOutsideAlphabet(code);
  if (at >= 0) return { ok: false, code, fault: 'alphabet', at };
  if (checkCharacter(code.slice(0, -1)) !== code.at(-1)) {
    return { ok: false, code, fault: 'check_character' };
  }
  return { ok: true, code };
};

export const isCreditCode = (text: string): boolean => checkCreditCode(text).ok;

const FAULT_MESSAGE: Record<CreditCodeFault, string> = {
  length: 'A credit code has 18 characters.',
  alphabet: 'A credit code has only digits and capitals without I, O, S, V, Z.',
  check_character: 'The check character does not fit the first 17.',
};

/** One English sentence for the problem document; the code is what a program reads. */
export const creditCodeMessage = (fault: CreditCodeFault): string => FAULT_MESSAGE[fault];

/** Completes 17 characters to a valid code: for demo data, never to repair what a person typed. */
export const withCheckCharacter = (first17: string): string => {
  const body = normalizeCreditCode(first17);
  if (body.length !== LENGTH - 1 || firstOutsideAlphabet(body) >= 0) {
    throw new RangeError('17 characters of the credit code alphabet are needed');
  }
  return body + checkCharacter(body);
};

/** GB/T 2260 division code of the registering authority: characters 3–8, when they are digits. */
export const divisionOfCreditCode = (code: string): string | undefined => {
  const division = code.slice(2, 8);
  return /^\d{6}$/.test(division) ? division : undefined;
};
