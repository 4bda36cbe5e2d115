import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';

describe('updates of a page that stays open', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  /** Something that the person's inbox is told of, done by somebody else. */
  async function tell(userId: string, key: string) {
    await web.service.ctx.notifications.send({
      key,
      to: [{ userId }],
      kind: 'need.submitted',
      subject: { kind: 'need', id: 'none' },
      params: {},
    });
  }

  const meOf = async (page: Page) =>
    (await (await page.request.get('/api/v1/session')).json()).user.id as string;
  const unreadOf = async (page: Page) =>
    (await (await page.request.get(`${api}/notifications?unread=true`)).json()).unread as number;
  const showsUnread = (page: Page, n: number) =>
    page.getByRole('link', { name: `消息 ${n} 条未读` }).waitFor();

  it('arrive by themselves, and come back after the network was gone', async () => {
    const page = await web.open('broker3', '/account');
    await shown(page);
    const me = await meOf(page);
    // What the demo's past still tells would be counted too.
    await web.service.ctx.reconciler.run();
    await web.service.settled();
    const before = await unreadOf(page);
    await tell(me, 'live.1');
    await showsUnread(page, before + 1);
    await tell(me, 'live.2');
    await showsUnread(page, before + 2);

    await page.context().setOffline(true);
    await page.getByText('网络已断开').waitFor();
    await tell(me, 'live.3');
    await page.context().setOffline(false);
    await showsUnread(page, before + 3);
    expect(await page.getByText('网络已断开').count()).to.equal(0);
    expect(new URL(page.url()).pathname).to.equal('/account');
  });

  it('reach seven tabs by one stream, and the others when the tab that kept it is closed', async function () {
    this.timeout(90_000);
    const first = await shown(await web.open('broker4', '/account'));
    const me = await meOf(first);
    await web.service.ctx.reconciler.run();
    await web.service.settled();
    const context = first.context();
    const streams: string[] = [];
    context.on('request', (request) => {
      if (request.url().endsWith('/events')) streams.push(request.url());
    });
    const others: Page[] = [];
    for (let n = 0; n < 6; n += 1) {
      const page = await context.newPage();
      await page.goto('/account');
      others.push(await shown(page));
    }
    expect(streams).to.have.length(0);
    const toldAll = async (key: string, pages: Page[]) => {
      const unread = await unreadOf(pages[0]!);
      await tell(me, key);
      for (const page of pages) await showsUnread(page, unread + 1);
    };
    await toldAll('tabs.1', [first, ...others]);
    await first.close();
    await toldAll('tabs.2', others);
    expect(streams).to.have.length(1);
  });

  it('begin anew when the connection has long been silent, as after a sleep', async () => {
    const page = await web.open('broker5', '/account');
    await page.clock.install();
    await page.goto('/account');
    await shown(page);
    const next = page.waitForRequest((request) => request.url().endsWith('/events'));
    await page.clock.fastForward(3_600_000);
    await next;
    const me = await meOf(page);
    await tell(me, 'awake.1');
    await page.getByRole('link', { name: /条未读/ }).waitFor();
  });

  it('come to each tab that is shown by itself where a browser has no locks', async () => {
    const page = await web.open('broker6', '/account');
    const me = await meOf(page);
    await web.service.ctx.reconciler.run();
    await web.service.settled();
    await page.addInitScript(`Object.defineProperty(navigator, 'locks', { value: undefined });
      let hidden = false;
      Object.defineProperty(document, 'hidden', { get: () => hidden });
      window.show = (is) => {
        hidden = !is;
        document.dispatchEvent(new Event('visibilitychange'));
      };`);
    await page.goto('/account');
    await shown(page);
    const before = await unreadOf(page);
    await tell(me, 'alone.1');
    await showsUnread(page, before + 1);

    const isStream = (request: { url(): string }) => request.url().endsWith('/events');
    const closed = page.waitForEvent('requestfailed', isStream);
    await page.evaluate('show(false)');
    await closed;
    await tell(me, 'alone.2');
    const again = page.waitForRequest(isStream);
    await page.evaluate('show(true)');
    await again;
    await showsUnread(page, before + 2);
  });
});
