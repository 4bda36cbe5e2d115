import type { Page } from 'playwright-core';
import { vocabularyNames } from '../../../src/vocabulary-names.ts';
import { en } from '../../../src/web/texts/en.ts';
import { zh } from '../../../src/web/texts/zh.ts';

type Messages = typeof zh;
type Tables = typeof vocabularyNames;

/** What the pages say in a language, so that one script plays both. */
export interface Words {
  language: 'zh' | 'en';
  t: Messages;
  /** What people call a code of the wire. */
  word<K extends keyof Tables>(table: K, code: keyof Tables[K] & string): string;
}

export const wordsIn = (language: 'zh' | 'en'): Words => ({
  language,
  t: language === 'zh' ? zh : en,
  word: (table, code) =>
    (vocabularyNames[table] as Record<string, { zh: string; en: string }>)[code]![language],
});

/** Goes to a place by the menu, which a phone opens first. */
export async function goTo(
  page: Page,
  { t }: Words,
  place: keyof Messages['shell']['nav'],
): Promise<void> {
  const menu = page.getByRole('navigation', { name: t.shell.menu });
  const link = menu.getByRole('link', { name: t.shell.nav[place], exact: true });
  const burger = page.getByRole('button', { name: t.shell.openMenu });
  if (await burger.isVisible()) await burger.click();
  await link.click();
}
