import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

describe('the pipeline', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const card = '副车架压铸气孔多，焊接就冒泡';

  it('moves a card by its menu, and keeps it there', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    await column(page, '会谈').getByRole('link', { name: card }).waitFor();
    await page.getByRole('button', { name: `移至… ${card}` }).press('Enter');
    await page.getByRole('menuitem', { name: '评估' }).press('Enter');
    await column(page, '评估').getByRole('link', { name: card }).waitFor();
    await page.getByText('已移至“评估”').waitFor();
    await page.reload();
    await column(page, '评估').getByRole('link', { name: card }).waitFor();
    // What the service does not offer is not there.
    await page.getByRole('button', { name: `移至… ${card}` }).click();
    expect(await page.getByRole('menuitem', { name: '已完成' }).count()).to.equal(0);
  });

  it('moves a card by dragging it, but only to where it may go', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    const drag = async (to: string) => {
      const text = page.getByRole('link', { name: '贯穿尾灯亮度不匀' });
      const from = (await text.boundingBox())!;
      const target = (await column(page, to).boundingBox())!;
      await page.mouse.move(from.x + 20, from.y + from.height + 30);
      await page.mouse.down();
      await page.mouse.move(from.x + 60, from.y + 60, { steps: 5 });
      await page.mouse.move(target.x + target.width / 2, target.y + 90, { steps: 12 });
      await page.mouse.up();
    };
    await column(page, '已引荐').getByRole('link', { name: '贯穿尾灯亮度不匀' }).waitFor();
    await drag('达成一致');
    await column(page, '已引荐').getByRole('link', { name: '贯穿尾灯亮度不匀' }).waitFor();
    await drag('会谈');
    await column(page, '会谈').getByRole('link', { name: '贯穿尾灯亮度不匀' }).waitFor();
    await page.getByText('已移至“会谈”').waitFor();
  });

  it('puts a card back when the service refuses', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    await page.route('**/stage', (route) =>
      route.fulfill({ status: 409, json: { code: 'wrong_state', status: 409 } }),
    );
    await page.getByRole('button', { name: `移至… ${card}` }).click();
    await page.getByRole('menuitem', { name: '商务谈判' }).click();
    await page.getByText('没有移动，卡片已放回原处。').waitFor();
    await column(page, '评估').getByRole('link', { name: card }).waitFor();
  });

  it('filters in the address, saves filters under a name, and lists the same', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    await page.getByRole('searchbox', { name: '标题或单位' }).fill('压铸');
    await page.getByRole('link', { name: '贯穿尾灯亮度不匀' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('q')).to.equal('压铸');
    await page.getByRole('button', { name: '已存筛选' }).click();
    await page.getByRole('menuitem', { name: '保存当前筛选…' }).click();
    await page.getByLabel('名称').fill('压铸类');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('link', { name: '贯穿尾灯亮度不匀' }).waitFor();
    await page.getByText('列表', { exact: true }).click();
    await page.getByRole('table', { name: '对接看板' }).waitFor();
    await page.getByRole('button', { name: '已存筛选' }).click();
    await page.getByRole('menuitem', { name: '压铸类', exact: true }).click();
    await page.getByRole('link', { name: '贯穿尾灯亮度不匀' }).waitFor({ state: 'detached' });
    await page.getByRole('rowheader', { name: new RegExp(card) }).waitFor();
    await page.reload();
    await page.getByRole('rowheader', { name: new RegExp(card) }).waitFor();
  });

  it('lets a party see theirs, and end it with a reason only', async () => {
    const page = await shown(await web.open('institute1', '/pipeline'));
    await page.getByText('这里是您参与的对接').waitFor();
    const menus = page.getByRole('button', { name: /^移至…/ });
    await menus.first().click();
    expect(await page.getByRole('menuitem').allInnerTexts()).to.deep.equal(['已终止']);
    await page.getByRole('menuitem', { name: '已终止' }).click();
    const dialog = page.getByRole('dialog', { name: '终止对接' });
    expect(await dialog.getByRole('button', { name: '终止对接' }).isDisabled()).to.equal(true);
    await dialog.getByLabel('原因').click();
    await page.getByRole('option', { name: '价格' }).click();
    await dialog.getByRole('button', { name: '终止对接' }).click();
    await page.getByText('已移至“已终止”').waitFor();
  });

  it('speaks English', async () => {
    const page = await shown(await web.open('broker1', '/pipeline', { language: 'en' }));
    await page.getByRole('button', { name: `Move to… ${card}` }).click();
    await page.getByRole('menuitem', { name: 'Negotiating' }).click();
    await column(page, 'Negotiating').getByRole('link', { name: card }).waitFor();
  });
});
