import type { Page } from 'playwright-core';
import { expectGood, shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';

/** Somebody's first row of a list that they may change. */
async function firstOf(page: Page, list: string): Promise<string> {
  const { items } = await (await page.request.get(`${api}${list}`)).json();
  return items.find((row: { actions: string[] }) => row.actions.includes('update')).id;
}

describe('the pages of enterprises and institutes are accessible and fit every screen', () => {
  let web: Web;
  before(async function () {
    this.timeout(90_000);
    web = await startWeb();
  });
  after(() => web.close());

  async function expectAll(page: Page, paths: readonly string[]) {
    for (const path of paths) {
      await page.goto(path);
      await expectGood(await shown(page), path);
    }
    await page.context().close();
  }

  for (const language of ['zh', 'en'] as const) {
    for (const width of [390, 1440]) {
      it(`${language} at ${width}`, async function () {
        this.timeout(180_000);
        const look = { language, width };
        const firm = await web.open('enterprise1', '/account', look);
        const need = await firstOf(firm, '/needs');
        await expectAll(firm, ['/needs/new', `/needs/${need}`, `/needs/${need}/edit`]);
        const institute = await web.open('institute1', '/account', look);
        const own = await firstOf(institute, '/capabilities');
        await expectAll(institute, [
          '/capabilities',
          '/capabilities/new',
          `/capabilities/${own}`,
          '/near-needs',
          '/interest',
          '/imports',
          '/tokens',
          '/inbox',
        ]);
      });
    }
  }
});
