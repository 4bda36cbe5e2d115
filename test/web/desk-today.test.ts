import { expect } from 'chai';
import { shown, startWeb, type Web } from './support/web.ts';

describe('today', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('begins with what is overdue, and leads from each line to its page', async () => {
    const page = await shown(await web.open('broker1', '/today', { width: 390 }));
    const groups = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(groups[0]).to.match(/^逾期/);
    const first = page.getByRole('listitem').filter({ hasText: '先办' });
    expect(await first.count()).to.equal(1);
    await first.getByText(/逾期 \d+ 个工作日/).waitFor();
    await first.getByRole('link', { name: '副车架压铸气孔多，焊接就冒泡' }).click();
    await page.waitForURL(/\/engagements\//);
  });

  it('ticks off a next step', async () => {
    const page = await shown(await web.open('broker1', '/today'));
    // Which steps are open depends on the day on which the demo is told.
    const done = page.getByRole('button', { name: /^办结：/ }).first();
    const step = (await done.getAttribute('aria-label'))!.replace(/^办结：/, '');
    await done.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('说明').fill('院所已发来草案');
    await dialog.getByRole('button', { name: '办结' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(step).waitFor({ state: 'hidden' });
  });

  it('takes a proposal where it stands', async () => {
    const page = await shown(await web.open('broker1', '/today'));
    const title = '内饰件气味三点五级过不了';
    const line = page.getByRole('listitem').filter({ hasText: '答复派单' });
    await line.getByRole('link', { name: title }).waitFor();
    await line.getByRole('button', { name: '接受' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('已接单').waitFor();
    const contact = page.getByRole('listitem').filter({ hasText: title });
    await contact.getByText('首次联系').waitFor();
  });

  it('declines a proposal with a code', async () => {
    const logins = Array.from({ length: 20 }, (_, index) => `broker${index + 1}`);
    for (const login of logins) {
      const page = await shown(await web.open(login, '/today?kind=answer_assignment'));
      const decline = page.getByRole('button', { name: '谢绝' });
      if ((await decline.count()) === 0) {
        await page.context().close();
        continue;
      }
      const before = await decline.count();
      await decline.first().click();
      const dialog = page.getByRole('dialog', { name: '谢绝这次派单' });
      expect(await dialog.getByRole('button', { name: '谢绝' }).isDisabled()).to.equal(true);
      await dialog.getByRole('combobox', { name: '原因' }).click();
      await page.getByRole('option', { name: '没有余力' }).click();
      await dialog.getByRole('button', { name: '谢绝' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('已谢绝').waitFor();
      await expectCount(page.getByRole('button', { name: '谢绝' }), before - 1);
      return;
    }
    throw new Error('The demo has no proposal to decline.');
  });

  it('narrows to one kind, and keeps that in the address', async () => {
    const page = await shown(await web.open('bureau', '/today'));
    await page.getByText('认定登记').first().waitFor();
    await page.getByRole('checkbox', { name: '审核需求' }).focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/kind=vet_need/);
    await page
      .getByRole('listitem')
      .filter({ hasText: '认定登记' })
      .first()
      .waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: '审核需求' }).first().waitFor();
    await page.getByRole('listitem').getByRole('link').first().click();
    await page.waitForURL(/\/needs\//);
  });

  it('is there for enterprises and institutes, also when nothing waits', async () => {
    const firm = await shown(await web.open('enterprise1', '/today'));
    await firm.getByRole('listitem').filter({ hasText: '回访' }).first().waitFor();
    const institute = await shown(await web.open('institute1', '/today'));
    await institute.getByRole('heading', { name: '今日待办' }).waitFor();
    await institute
      .getByText(/没有待办|以后|本周|未定期限/)
      .first()
      .waitFor();
  });
});

async function expectCount(locator: { count(): Promise<number> }, wanted: number): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await locator.count()) === wanted) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  expect(await locator.count()).to.equal(wanted);
}
