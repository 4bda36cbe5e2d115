import { expect } from 'chai';
import { shown, startWeb, type Web } from './support/web.ts';

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

  const meOf = async (page: Awaited<ReturnType<Web['open']>>) =>
    (await (await page.request.get('/api/v1/session')).json()).user.id as string;
  const unreadOf = async (page: Awaited<ReturnType<Web['open']>>) =>
    (await (await page.request.get('/api/v1/notifications?unread=true&limit=1')).json())
      .unread as number;

  it('arrive by themselves, and come back after the network was gone', async () => {
    const page = await web.open('broker3', '/account');
    await shown(page);
    const me = await meOf(page);
    // What the demo's past still tells would be counted too.
    await web.service.ctx.reconciler.run();
    await web.service.settled();
    const link = (n: number) => page.getByRole('link', { name: `消息 ${n} 条未读` });

    const before = await unreadOf(page);
    await tell(me, 'live.1');
    await link(before + 1).waitFor();
    await tell(me, 'live.2');
    await link(before + 2).waitFor();

    await page.context().setOffline(true);
    await page.getByText('网络已断开').waitFor();
    await tell(me, 'live.3');
    await page.context().setOffline(false);
    await link(before + 3).waitFor();
    expect(await page.getByText('网络已断开').count()).to.equal(0);
    expect(new URL(page.url()).pathname).to.equal('/account');
  });
});
