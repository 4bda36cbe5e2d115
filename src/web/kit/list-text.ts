import type { Language } from '../texts/language.ts';

/** Words one after the other, as each language separates them; empty ones are left out. */
export const listText = (words: readonly string[] | undefined, language: Language): string =>
  (words ?? []).filter(Boolean).join(language === 'zh' ? '、' : ', ');
