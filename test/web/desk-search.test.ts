import { expect } from 'chai';
import { shown, startWeb, type Web } from './support/web.ts';

const title = '压力传感器上到一百八十度漂移大';

describe('finding and vetting needs', () => {
  let web: Web;
  before(async function () {
    this.timeout(180_000);
    web = await startWeb({ past: true });
  });
  after(() => web.close());

  it('lists needs with filters that the address keeps', async () => {
    const page = await shown(await web.open('broker1', '/needs'));
    await page.getByRole('combobox', { name: '归属' }).click();
    await page.getByRole('option', { name: '我负责的' }).click();
    await page.waitForURL(/brokerId=/);
    await page.getByRole('combobox', { name: '状态' }).click();
    await page.getByRole('option', { name: '已入库' }).click();
    await page.waitForURL(/status=open/);
    await page.getByRole('link', { name: title }).waitFor();
    await page.reload();
    const table = page.getByRole('table', { name: '需求列表' });
    await table.getByRole('link', { name: title }).waitFor();
    expect(await table.getByText('待审核').count()).to.equal(0);
    expect(await table.getByRole('link').count()).to.be.below(5);
  });

  it('shows an enterprise its own needs, and an institute the open ones', async () => {
    const firm = await shown(await web.open('enterprise1', '/needs'));
    await firm.getByRole('heading', { level: 1, name: '我们的需求' }).waitFor();
    await firm.getByRole('link', { name: '发布需求' }).waitFor();
    const institute = await shown(await web.open('institute1', '/needs'));
    await institute.getByRole('link', { name: title }).waitFor();
    expect(await institute.getByRole('link', { name: '发布需求' }).count()).to.equal(0);
  });

  it('searches needs from the list', async () => {
    const page = await shown(await web.open('bureau', '/needs'));
    await page.getByRole('searchbox', { name: '按内容检索待对接的需求' }).fill('高温压力传感器');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?kind=need/);
    const results = page.getByRole('list', { name: '检索结果' });
    await results.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  it('searches for a need in its own words, narrows by facets, and decides there', async () => {
    const page = await shown(await web.open('broker1', '/needs'));
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('link', { name: '用需求的关键词检索' }).click();
    await page.getByText(`正在为需求“${title}”找成果`).waitFor();
    const results = page.getByRole('list', { name: '检索结果' });
    const all = await page.getByText(/^找到 \d+ 项$/).textContent();
    await page
      .getByRole('group', { name: '成熟度' })
      .getByRole('button', { name: /^中试阶段/ })
      .click();
    await page.waitForURL(/stage=middle/);
    await page.getByRole('button', { name: /^中试阶段/, pressed: true }).waitFor();
    await page.getByText(all!, { exact: true }).waitFor({ state: 'hidden' });
    expect(await results.locator('mark').count()).to.be.above(0);
    const second = results.locator('> li').nth(1);
    await second.getByRole('button', { name: '与需求对照' }).click();
    await second.getByText('匹配理由').waitFor();
    await second.getByRole('button', { name: '入选' }).click();
    await second.getByText('需求方：入选').waitFor();
    await second.getByRole('button', { name: '发起对接' }).waitFor();
    await second.getByRole('button', { name: '加入比较' }).click();
    await page.getByRole('link', { name: '比较所选 1 项' }).click();
    await page.getByRole('table', { name: '成果比较表' }).getByText('需求方：入选').waitFor();
  });

  it('vets the longest waiting first, and refuses with a code', async () => {
    const page = await shown(await web.open('bureau', '/vetting'));
    const queue = page.getByRole('list', { name: '待审核的需求' }).locator('> li');
    const heads = page.getByRole('heading', { level: 2 });
    const [first, second] = await heads.allTextContents();
    await queue.first().getByRole('button', { name: '审核通过' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: first! }).waitFor({ state: 'hidden' });
    await queue.first().getByRole('heading', { name: second! }).waitFor();
    await queue.first().getByRole('button', { name: '不予通过' }).click();
    const dialog = page.getByRole('dialog', { name: '不予通过' });
    await dialog.getByRole('combobox', { name: '原因' }).click();
    await page.getByRole('option', { name: '优势不明' }).click();
    await dialog.getByRole('button', { name: '不予通过' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: second! }).waitFor({ state: 'hidden' });
    await page.goto('/needs?status=open');
    await page.getByRole('link', { name: first! }).click();
    await page.getByRole('heading', { level: 1, name: first! }).waitFor();
    await page.getByText('审核结果').waitFor();
  });

  it('lets a broker vet as the second reader, but nobody accept what the firm has not confirmed', async () => {
    const page = await shown(await web.open('broker3', '/vetting'));
    const waiting = page
      .getByRole('list', { name: '待审核的需求' })
      .locator('> li')
      .filter({ hasText: '等待企业确认' })
      .filter({ has: page.getByRole('button', { name: '不予通过' }) });
    await waiting.first().waitFor();
    await waiting.first().getByText('等待企业确认后才能通过').waitFor();
    expect(await waiting.getByRole('button', { name: '审核通过' }).count()).to.equal(0);
  });
});
