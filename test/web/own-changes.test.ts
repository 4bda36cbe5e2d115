import { shown, startWeb, type Web } from './support/web.ts';

describe('what a broker changes by themselves', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('is the own leave, and nothing that is the office’s', async () => {
    const page = await shown(await web.open('broker3', '/account'));
    const profile = page.getByRole('region', { name: '经纪人档案' });
    await profile.getByRole('button', { name: '编辑' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /休假/ }).click();
    await dialog.getByLabel(/^从/).fill('2027-02-01');
    await dialog.getByLabel(/^至/).fill('2027-02-05');
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '保存' }).click();
    await profile.getByText('2027年2月1日–2027年2月5日').waitFor();
  });

  it('is the share of another broker in an engagement', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    await page.getByRole('link', { name: '副车架压铸气孔多，焊接就冒泡' }).first().click();
    await shown(page);
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '调整成果与分成' }).click();
    const dialog = page.getByRole('dialog', { name: '调整成果与分成' });
    const add = dialog.getByRole('button', { name: '添加分成' });
    await add.click();
    await dialog.getByRole('combobox', { name: '分成经纪人 1' }).click();
    await page.getByRole('option').first().click();
    await dialog.getByLabel('百分比 1').fill('120');
    await page.keyboard.press('Tab');
    await dialog.getByLabel('百分比 1').fill('20');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/20%/).first().waitFor();
  });
});
