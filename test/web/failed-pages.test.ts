import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { pathsOf, people } from './support/places.ts';
import { shown, startWeb, type Web } from './support/web.ts';
import { wordsIn } from './support/words.ts';

const { t } = wordsIn('zh');

/** What the frame of every page needs to be there at all, and the stream, which has no answer. */
const framework = /^\/(session|settings(\/.*)?|events|holidays)$/;
/** Counts beside the pages, and choices of their forms: without them a page is whole. */
const aside = /^\/(notifications|organizations)$/;

describe('pages whose data cannot be had', () => {
  let web: Web;
  before(async function () {
    this.timeout(240_000);
    web = await startWeb();
  });
  after(() => web.close());

  for (const login of ['broker1', 'bureau', 'enterprise1', 'institute1']) {
    it(`of ${login} say so, and offer to try again`, async function () {
      this.timeout(600_000);
      const page = await shown(await web.open(login, '/today'));
      const paths = await pathsOf(page, people[login]!);
      const asked = await failing(page);
      const silent: string[] = [];
      for (const [address, path] of paths) {
        if (path === undefined) continue;
        asked.clear();
        await page.goto(path);
        if (!(await offersRetry(page)) && asked.size > 0) {
          silent.push(`${address}: ${[...asked].join(' ')}`);
        }
      }
      await page.context().close();
      expect(silent).to.deep.equal([]);
    });
  }

  it('come back when one tries again', async () => {
    const page = await shown(await web.open('broker1', '/account'));
    await failing(page);
    await page.goto('/agreements');
    const retry = page.getByRole('alert').getByRole('button', { name: t.actions.retry });
    await retry.waitFor();
    await page.unroute('**/api/v1/**');
    await retry.click();
    await page.getByRole('table', { name: t.agreements.list.title }).waitFor();
  });

  it('do not take a search that failed for one that found nothing', async () => {
    const page = await shown(await web.open('broker1', '/needs/new'));
    await page.route('**/api/v1/organizations?*', unavailable);
    await page
      .getByRole('combobox', { name: new RegExp(`^${t.owners.form.behalf.label}`) })
      .fill('宁波');
    await page.getByText(t.problems.unreachable).waitFor();
    expect(await page.getByText(t.organizations.noneFound).count()).to.equal(0);
  });
});

const unavailable = (route: Route) =>
  route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status: 503, code: 'unavailable', requestId: 'r' }),
  });

/** Has every read of a page's own data fail; tells which were asked for since it was cleared. */
async function failing(page: Page): Promise<Set<string>> {
  const asked = new Set<string>();
  await page.route('**/api/v1/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
    if (framework.test(path) && !page.url().includes('/settings')) return route.continue();
    if (path === '/session' || path === '/events') return route.continue();
    if (!aside.test(path) || page.url().includes(path)) asked.add(path);
    return unavailable(route);
  });
  return asked;
}

/** Whether a page says that something failed and lets one try again; a moment for its last tries. */
async function offersRetry(page: Page): Promise<boolean> {
  const retry = page.getByRole('alert').getByRole('button', { name: t.actions.retry });
  const whole = page.getByRole('heading', { level: 1 });
  await retry.or(whole).first().waitFor();
  return retry
    .first()
    .waitFor({ timeout: 6_000 })
    .then(
      () => true,
      () => false,
    );
}
