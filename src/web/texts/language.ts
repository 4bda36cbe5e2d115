import type { zh } from './zh.ts';

export type Messages = typeof zh;
export type Language = 'zh' | 'en';

/** Only the chosen language is loaded. */
const loaders: Record<Language, () => Promise<Messages>> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
};

export const loadMessages = (language: Language): Promise<Messages> => loaders[language]();

const key = 'daqiao.language';

/** Chinese first; English when the person chose it in this browser. */
export const storedLanguage = (): Language => (localStorage.getItem(key) === 'en' ? 'en' : 'zh');

export const storeLanguage = (language: Language): void => localStorage.setItem(key, language);
