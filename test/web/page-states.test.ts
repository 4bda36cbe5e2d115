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

const logins = ['broker1', 'bureau', 'enterprise1', 'institute1'];

describe('pages whose data is late or cannot be had', () => {
  let web: Web;
  before(async function () {
    this.timeout(240_000);
    web = await startWeb();
  });
  after(() => web.close());

  const answers = {
    'say so, and offer to try again': [unavailable, offersRetry],
    'show that it is on its way': [never, showsLoading],
  } as const;
  for (const [what, [answer, isTold]] of Object.entries(answers)) {
    for (const login of logins) {
      it(`of ${login} ${what}`, async function () {
        this.timeout(600_000);
        const page = await shown(await web.open(login, '/today'));
        const paths = await pathsOf(page, people[login]!);
        const asked = await answering(page, answer);
        const silent: string[] = [];
        for (const [address, path] of paths) {
          if (path === undefined) continue;
          asked.clear();
          await page.goto(path);
          if (!(await isTold(page)) && asked.size > 0) {
            silent.push(`${address}: ${[...asked].join(' ')}`);
          }
        }
        await page.context().close();
        expect(silent).to.deep.equal([]);
      });
    }
  }

  it('come back when one tries again', async () => {
    const page = await shown(await web.open('broker1', '/account'));
    await answering(page, unavailable);
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

describe('pages of a district in which nothing was done yet', () => {
  let web: Web;
  before(async function () {
    this.timeout(240_000);
    web = await startWeb();
    // Left are people, their organizations, and the rules.
    for (const name of entered) await web.service.ctx.db.collection(name).deleteMany({});
  });
  after(() => web.close());

  for (const login of [...logins, 'admin']) {
    it(`of ${login} say that there is nothing, and break nowhere`, async function () {
      this.timeout(600_000);
      const page = await shown(await web.open(login, '/today'));
      const faults: string[] = [];
      for (const [address, path] of await pathsOf(page, people[login]!)) {
        if (path === undefined) continue;
        await page.goto(path);
        await shown(page);
        const main = page.getByRole('main');
        const text = (await main.textContent()) ?? '';
        if (/\b(NaN|undefined|null|Invalid)\b/.test(text)) faults.push(`${address}: ${text}`);
        for (const alert of await main.getByRole('alert').allInnerTexts()) {
          faults.push(`${address}: ${alert}`);
        }
        const hollow = await main
          .locator('tbody:not(:has(tr)), ul:not(:has(li)), ol:not(:has(li))')
          .count();
        if (hollow > 0) faults.push(`${address}: a list without a row says nothing`);
      }
      await page.context().close();
      expect(faults).to.deep.equal([]);
    });
  }
});

/** What people enter, and what the service makes of it. */
const entered = [
  ...['needs', 'capabilities', 'match_lists', 'match_decisions', 'assignments', 'engagements'],
  ...['agreements', 'achievements', 'reports', 'report_chunks', 'imports', 'import_errors'],
  ...['notifications', 'notices', 'audit'],
];

async function unavailable(route: Route) {
  await route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status: 503, code: 'unavailable', requestId: 'r' }),
  });
}

async function never() {}

/** Answers every read of a page's own data so; tells which were asked for since it was cleared. */
async function answering(
  page: Page,
  answer: (route: Route) => Promise<void>,
): Promise<Set<string>> {
  const asked = new Set<string>();
  await page.route('**/api/v1/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
    if (framework.test(path) && !page.url().includes('/settings')) return route.continue();
    if (path === '/session' || path === '/events') return route.continue();
    if (!aside.test(path) || page.url().includes(path)) asked.add(path);
    return answer(route);
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

/** Whether a page shows that more is to come; its outline first, which has parts of its own to load. */
async function showsLoading(page: Page): Promise<boolean> {
  await page.getByRole('heading', { level: 1 }).or(page.getByRole('main')).first().waitFor();
  return page
    .getByRole('main')
    .getByRole('status', { name: t.states.loading })
    .first()
    .waitFor({ timeout: 6_000 })
    .then(
      () => true,
      () => false,
    );
}
