import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Heard, listen, rawCodes, untranslated, wordsOf } from './support/page-words.ts';
import { pathsOf, people } from './support/places.ts';
import { shown, sideways, startWeb, violations, type Web } from './support/web.ts';
import { wordsIn } from './support/words.ts';

type Language = 'zh' | 'en';

/** The settings list every code of the interface by purpose. */
const showsCodes = /^\/settings/;

type Look = Parameters<typeof violations> extends [Page, ...infer Rest] ? Rest : never;

/**
 * What each face of a page is held against: all rules where they may differ, once narrow and once
 * wide; colours alone, which are cheap, on the others.
 */
const looks: Record<`${Language} ${390 | 1440}`, Look[]> = {
  'zh 1440': [['light', 'colours']],
  'zh 390': [['light'], ['dark', 'colours']],
  'en 390': [
    ['light', 'colours'],
    ['dark', 'colours'],
  ],
  'en 1440': [['dark'], ['light', 'colours']],
};

describe('every page', () => {
  let web: Web;
  /** Addresses held against WCAG; another person's is made of the same parts. */
  const held = new Set<string>();

  before(async function () {
    this.timeout(240_000);
    web = await startWeb({ past: true });
    await importSomething(web);
  });
  after(() => web.close());

  for (const login of Object.keys(people)) {
    it(`of ${login} is whole, fits and speaks both languages`, async function () {
      this.timeout(600_000);
      const page = await web.open(login, '/today');
      const heard = listen(page);
      const faults: string[] = [];
      for (const [address, path] of await pathsOf(await shown(page), people[login]!)) {
        if (path === undefined) {
          faults.push(`${address}: there is no such row`);
          continue;
        }
        const fresh = !held.has(address);
        held.add(address);
        for (const fault of await faultsOf(page, path, heard, fresh)) {
          faults.push(`${address} ${fault}`);
        }
      }
      await page.context().close();
      expect(faults).to.deep.equal([]);
    });
  }
});

/** The demo's past has no import; here is one with a row in error. */
async function importSomething(web: Web): Promise<void> {
  const { request } = await web.open('institute1', '/imports');
  const text = '\uFEFF编号,标题,摘要,阶段\r\nW-1,好的一行,摘要,中试\r\nW-2,,没有标题,中试\r\n';
  const file = { name: '成果.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  const answer = await request.post('/api/v1/imports', { multipart: { kind: 'capability', file } });
  expect(answer.ok(), await answer.text()).to.equal(true);
  await web.service.settled();
}

/** Looks at a page in Chinese, narrow and wide, then in English, wide and narrow. */
async function faultsOf(page: Page, path: string, heard: Heard, fresh: boolean): Promise<string[]> {
  const faults: string[] = [];
  const codesMayShow = showsCodes.test(path);
  for (const [language, width] of [
    ['zh', 1440],
    ['zh', 390],
    ['en', 390],
    ['en', 1440],
  ] as const) {
    const tell = (found: string[]) =>
      faults.push(...found.map((fault) => `${language} ${width}: ${fault}`));
    await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
    if (language === 'zh' && width === 1440) await page.goto(path);
    await speak(page, language);
    try {
      await shown(page);
    } catch (error) {
      tell([(error as Error).message.split('\n')[0]!]);
      continue;
    }
    if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) tell(['not one h1']);
    const failed = page.getByRole('alert').filter({ hasText: wordsIn(language).t.states.failed });
    tell(await failed.allTextContents());
    tell(await sideways(page));
    if (width === 1440) {
      const words = await wordsOf(page);
      if (!codesMayShow) tell(rawCodes(words, language));
      if (language === 'en') tell(untranslated(words, await heard.data()));
    }
    if (!fresh) continue;
    for (const [scheme, rules] of looks[`${language} ${width}`]) {
      tell(await violations(page, scheme, rules));
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await speak(page, 'zh');
  return [...faults, ...heard.refusals()];
}

/** Has the page speak a language, if it does not. */
async function speak(page: Page, language: Language): Promise<void> {
  const toOther = (from: Language) =>
    page.getByRole('button', { name: wordsIn(from).t.shell.language, exact: true });
  const other = language === 'zh' ? 'en' : 'zh';
  await toOther('zh').or(toOther('en')).waitFor();
  if (await toOther(other).isVisible()) await toOther(other).click();
  await toOther(language).waitFor();
}
