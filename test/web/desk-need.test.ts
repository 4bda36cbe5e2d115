import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

const title = '压力传感器上到一百八十度漂移大';

describe('the need desk', () => {
  let web: Web;
  before(async function () {
    this.timeout(180_000);
    web = await startWeb({ past: true });
  });
  after(() => web.close());

  /** From the list of one's own needs to the desk of one, as a broker goes. */
  async function desk(look: Parameters<Web['open']>[2] = {}): Promise<Page> {
    const page = await shown(await web.open('broker1', '/today', look));
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await matches(page).first().waitFor({ timeout: 60_000 });
    return page;
  }
  const matches = (page: Page) =>
    page.getByRole('list', { name: /匹配结果|Matches, best/ }).locator('> li');
  /** The marked passages: highlighting has no role that programs are told. */
  const marks = (within: Locator) => within.locator('mark');
  const opened = (page: Page) => page.getByRole('button', { expanded: true });

  it('shows the need, how clear it is, what is secret, whose turn it is, and who leads', async () => {
    const page = await desk();
    await page.getByText('轮到经纪人：发起对接').waitFor();
    await page.getByText('要点齐全').waitFor();
    await page.getByText('仅经办人可见').first().waitFor();
    await page.getByText('≥ 200 ℃').waitFor();
    const assignment = page.getByRole('region', { name: '派单' });
    await assignment.getByText('已接受').first().waitFor();
  });

  it('names what a reader may not see', async () => {
    const page = await shown(await web.open('broker3', '/needs'));
    await page.getByRole('link', { name: title }).click();
    await page.getByText(/以下内容保密，您目前看不到：.*预算.*企业名称/).waitFor();
    expect(await page.getByText('500 万元').count()).to.equal(0);
    await matches(page).first().waitFor({ timeout: 60_000 });
    expect(await page.getByRole('button', { name: '入选' }).count()).to.equal(0);
  });

  it('is worked by keys: j and k walk, c compares, s shortlists, r refuses with a code', async () => {
    const page = await desk();
    await page.keyboard.press('j');
    const first = (await opened(page).textContent())!;
    await page.getByText('匹配理由').waitFor();
    expect(await marks(page.getByRole('main')).count()).to.be.above(3);
    await page.keyboard.press('j');
    const second = (await opened(page).textContent())!;
    expect(second).not.to.equal(first);
    await page.keyboard.press('k');
    expect(await opened(page).textContent()).to.equal(first);

    await page.keyboard.press('c');
    await page.keyboard.press('s');
    await page.getByText('需求方：入选').waitFor();
    await page.getByRole('button', { name: '入选', pressed: true }).waitFor();

    // Faster than the page is drawn: each key means what the one before it opened.
    await page.evaluate(
      `for (const key of 'jcr') document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))`,
    );
    const dialog = page.getByRole('dialog', { name: `不采纳“${second}”` });
    // Keys rest while a dialog is open.
    await page.keyboard.press('j');
    await dialog.getByRole('combobox', { name: '原因' }).click();
    await page.getByRole('option', { name: '指标不达' }).click();
    await dialog.getByLabel('说明').fill('温度差得远，请看 j k s r');
    await dialog.getByRole('button', { name: '不采纳' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('需求方：不采纳 · 指标不达').waitFor();

    await page.keyboard.press('v');
    await page.waitForURL(/\/compare\?with=/);
    await page.getByRole('table', { name: '成果比较表' }).waitFor();
    expect(new URL(page.url()).searchParams.get('with')!.split(',')).to.have.length(2);
  });

  it('compares side by side, and decides from there', async () => {
    const page = await desk();
    for (const index of [0, 1, 2, 3]) {
      await matches(page).nth(index).getByRole('button').first().click();
      await page.getByRole('button', { name: '加入比较' }).click();
    }
    await page.getByText('已选 4 项，最多 4 项').waitFor();
    await matches(page).nth(4).getByRole('button').first().click();
    await page.getByRole('button', { name: '加入比较' }).click();
    await page.getByText('最多比较四项，请先移出一项。').waitFor();
    await page.getByRole('link', { name: '比较所选 4 项' }).click();
    const table = page.getByRole('table', { name: '成果比较表' });
    for (const row of [
      '得分',
      '需求中的对应段落',
      '成果中的对应段落',
      '成熟度',
      '知识产权',
      '院所业绩',
    ]) {
      await table.getByRole('rowheader', { name: row }).waitFor();
    }
    await table
      .getByText(/洽谈中 \d+，已达成/)
      .first()
      .waitFor();
    for (const row of ['需求中的对应段落', '成果中的对应段落']) {
      const cells = table.getByRole('row', { name: new RegExp(`^${row}`) }).getByRole('cell');
      expect(await cells.count()).to.equal(4);
      expect(await marks(cells.first()).count()).to.be.above(0);
    }
    const third = table.getByRole('columnheader').nth(3);
    await third.getByRole('button', { name: '入选' }).click();
    await third.getByText('需求方：入选').waitFor();
    await table
      .getByRole('button', { name: /^移出比较/ })
      .last()
      .click();
    await page.getByRole('link', { name: '再加一项' }).click();
    await page.getByText('已选 3 项，最多 4 项').waitFor();
  });

  it('lists its keys, and can turn them off', async () => {
    const page = await desk();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: '键盘快捷键' });
    await dialog.getByRole('row', { name: /不采纳/ }).waitFor();
    await dialog.getByRole('switch', { name: '启用单键快捷键' }).click({ force: true });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    expect(await opened(page).count()).to.equal(0);
    await page.getByRole('button', { name: '快捷键' }).click();
    await dialog.getByRole('switch', { name: '启用单键快捷键' }).click({ force: true });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    await opened(page).waitFor();
  });

  it('starts an engagement from a shortlisted match, in English', async () => {
    const page = await desk({ language: 'en' });
    await matches(page).nth(5).getByRole('button').first().click();
    await page.getByText('Both mention').first().waitFor();
    await page.getByRole('button', { name: 'Shortlist', exact: true }).click();
    await page.getByRole('button', { name: 'Start an engagement' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start an engagement' });
    await dialog.getByText(/The need is introduced to/).waitFor();
    await dialog.getByRole('button', { name: 'Start an engagement' }).click();
    await page.waitForURL(/\/engagements\/[0-9A-Z]+$/);
    await page.goBack();
    await page.getByRole('region', { name: 'Engagements' }).getByText('Introduced').waitFor();
  });

  it('closes a need with a code', async () => {
    const page = await shown(await web.open('broker1', '/needs'));
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '关闭需求' });
    await dialog.getByRole('combobox', { name: '原因' }).click();
    await page.getByRole('option', { name: '已解决' }).click();
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('已关闭').first().waitFor();
  });
});
