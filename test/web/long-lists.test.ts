import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { copyEngagement } from '../support/copied-rows.ts';
import { expectGood, shown, startWeb, type Web } from './support/web.ts';

describe('long lists', () => {
  let web: Web;
  let broker: { id: string; first: string };
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
    broker = await fillPipeline();
  });
  after(() => web.close());

  /** Two hundred engagements of one broker: more at one stage than a board shows of any. */
  async function fillPipeline() {
    const page = await web.visit('/sign-in');
    const data = { email: 'broker1@demo.test', password: 'demo-for-the-tests' };
    const session = await page.request.post('/api/v1/session', { data });
    const id = (await session.json()).user.id as string;
    const [first] = (await read(page, '/engagements?mine=true&stage=meeting')).items;
    await copyEngagement(web.service, first.id, [
      ...Array.from({ length: 45 }, () => ({ stage: 'introduced' as const })),
      ...Array.from({ length: 155 }, () => ({ stage: 'evaluating' as const })),
    ]);
    return { id, first: first.need.title as string };
  }

  const read = async (page: Page, path: string) =>
    (await page.request.get(`/api/v1${path}`)).json();
  const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const cards = (page: Page, name: string) =>
    column(page, name).getByRole('link', { name: broker.first });

  /** Addresses that the page asks the service for from now on, without their parameters. */
  function watch(page: Page): { asked: URL[]; count(path: string): number } {
    const asked: URL[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.startsWith('/api/v1/') && request.method() === 'GET') asked.push(url);
    });
    return { asked, count: (path) => asked.filter((one) => one.pathname.endsWith(path)).length };
  }

  it('say how many there are, and let one reach and move every card by keyboard', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    const { stages } = await read(page, '/engagements/counts?mine=true');
    const head = (name: string, n: number) =>
      column(page, name).getByText(`${n} 项`, { exact: true });
    await head('评估', stages.evaluating).waitFor();
    await head('已引荐', stages.introduced).waitFor();
    expect(await column(page, '已引荐').getByRole('link').count()).to.equal(20);

    await column(page, '已引荐')
      .getByRole('button', { name: /^显示更多/ })
      .press('Enter');
    const links = column(page, '已引荐').getByRole('link');
    await links.nth(stages.introduced - 1).waitFor();
    await links.nth(20).and(page.locator(':focus')).waitFor();

    const last = stages.introduced - 1;
    const address = await links.nth(last).getAttribute('href');
    const menus = column(page, '已引荐').getByRole('button', { name: /^移至…/ });
    await menus.nth(last).press('Enter');
    await page.getByRole('menuitem', { name: '会谈' }).press('Enter');
    await page.getByText('已移至“会谈”').waitFor();
    await head('已引荐', stages.introduced - 1).waitFor();
    await column(page, '会谈').locator(`a[href="${address}"]`).waitFor();
  });

  it('lead to the whole list where a board ends', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    const { stages } = await read(page, '/engagements/counts?mine=true');
    await column(page, '评估')
      .getByRole('button', { name: /^显示更多/ })
      .click();
    await cards(page, '评估').nth(99).waitFor();
    const rest = column(page, '评估').getByRole('link', { name: /^在列表中查看全部/ });
    await expectGood(page, 'a long board');
    expect(await rest.textContent()).to.include(`全部 ${stages.evaluating} 项`);
    await rest.press('Enter');
    const table = page.getByRole('table', { name: '对接看板' });
    let seen = 0;
    for (let at = 1; ; at += 1) {
      await page
        .getByText(String(at), { exact: true })
        .and(page.locator('[aria-current]'))
        .waitFor();
      seen += await table.getByRole('rowheader').count();
      const next = page.getByRole('button', { name: '下一页' });
      if (await next.isDisabled()) break;
      const before = await table
        .getByRole('rowheader')
        .first()
        .getByRole('link')
        .getAttribute('href');
      await next.click();
      await table.locator(`a[href="${before}"]`).waitFor({ state: 'detached' });
    }
    expect(seen).to.equal(stages.evaluating);
  });

  it('are read one page at a time', async () => {
    const page = await web.open('bureau', '/account');
    const watched = watch(page);
    await page.getByRole('link', { name: '需求', exact: true }).first().click();
    const table = page.getByRole('table');
    await table.getByRole('rowheader').first().waitFor();
    expect(watched.count('/needs')).to.equal(1);
    expect(await table.getByRole('rowheader').count()).to.equal(25);
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('2', { exact: true }).and(page.locator('[aria-current]')).waitFor();
    const asked = watched.asked.filter(({ pathname }) => pathname.endsWith('/needs'));
    expect(asked.map(({ searchParams }) => searchParams.get('limit'))).to.eql(['25', '25']);
  });

  it('ask once for the day’s list', async () => {
    const page = await web.open('broker1', '/account');
    const watched = watch(page);
    await page.getByRole('link', { name: '今日', exact: true }).click();
    await page.getByRole('heading', { name: '今日待办' }).waitFor();
    await shown(page);
    expect(watched.count('/agenda')).to.equal(1);
  });

  it('are read again once for an event, however much a board holds', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    await web.service.ctx.reconciler.run();
    await web.service.settled();
    const unread = async () =>
      (await read(page, '/notifications?unread=true&limit=1')).unread as number;
    const before = await unread();
    await shown(page);
    await page.getByRole('link', { name: `消息 ${before} 条未读` }).waitFor();
    const watched = watch(page);
    for (const n of [1, 2]) {
      await web.service.ctx.notifications.send({
        key: `long-lists.${n}`,
        to: [{ userId: broker.id }],
        kind: 'need.submitted',
        subject: { kind: 'need', id: 'none' },
        params: {},
      });
      await page.getByRole('link', { name: `消息 ${before + n} 条未读` }).waitFor();
    }
    // The board, the inbox, and the names of institutes to filter by.
    const perEvent = 3;
    expect(watched.asked.map(String)).to.have.length.at.most(2 * perEvent);
    expect(watched.count('/board')).to.be.within(1, 2);
  });
});
