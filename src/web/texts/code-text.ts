import type { Name } from '../../vocabulary-names.ts';
import type { Language } from './language.ts';

let names: Readonly<Record<string, Name | undefined>> = {};

/**
 * Loads what codes mean, beside the first page and not before it. Without it a reader is told what
 * the service answered, in English.
 */
export const loadCodeTexts = (): Promise<void> =>
  import('../../problem-names.ts').then(
    ({ problemNames }) => {
      names = problemNames;
    },
    () => {},
  );

/** What a code of the service means and what to do about it; `undefined` for an unknown one. */
export const codeText = (code: string, language: Language): string | undefined =>
  names[code]?.[language];
