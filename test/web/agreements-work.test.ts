import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addDays, shanghaiDate } from '../../src/calendar/dates.ts';
import { shown, startWeb, type Web } from './support/web.ts';

describe('an agreement', () => {
  let web: Web;
  let engagement: string;
  let address: string;
  let logins: { seller: string; buyer: string };
  const title = '副车架低孔隙真空压铸工艺开发';
  const day = (offset: number) => addDays(shanghaiDate(new Date()), offset);

  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
    const { stores } = web.service.ctx;
    const anyone = { unscoped: 'who the parties are' };
    const need = await stores.needs.find(anyone, { title: '副车架压铸气孔多，焊接就冒泡' });
    const found = (await stores.engagements.find(anyone, { needId: need!._id }))!;
    engagement = found._id;
    const login = async (organizationId: string) =>
      (await stores.users.find(anyone, { organizationId }))!.email.split('@')[0]!;
    logins = { seller: await login(found.instituteId), buyer: await login(found.enterpriseId) };
  });
  after(() => web.close());

  const amount = (page: Page, name: RegExp) => page.getByRole('textbox', { name });
  const technology = (page: Page) => page.getByRole('group', { name: '技术交易额', exact: true });

  async function fillIn(page: Page) {
    await page.getByLabel(/^合同名称/).fill(title);
    await page.getByRole('combobox', { name: /^技术领域/ }).click();
    await page.getByRole('option', { name: '先进制造' }).click();
    await page.getByLabel(/^签订日期/).fill(day(-2));
    await page.getByLabel(/^签订日期/).press('Tab');
    await amount(page, /^合同成交额/).fill('100');
  }

  it('comes of an engagement; its technology value is reckoned as one types', async () => {
    const page = await shown(await web.open('broker1', `/engagements/${engagement}`));
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '新建技术合同' }).click();
    await page.getByText('来自对接：副车架压铸气孔多，焊接就冒泡').waitFor();
    await fillIn(page);
    await technology(page).getByText('100 万元').waitFor();
    await technology(page).getByText('占比通常在 68%～80% 之间').waitFor();
    await page.getByRole('button', { name: '添加扣除项' }).click();
    await amount(page, /^金额 1/).fill('25');
    await technology(page).getByText('75 万元').waitFor();
    await technology(page).getByText('占 75%').waitFor();
    await technology(page).getByText('占比通常在').waitFor({ state: 'detached' });
    await amount(page, /^金额 1/).fill('130');
    await technology(page).getByText('扣除项合计超过了合同成交额').waitFor();
    await amount(page, /^金额 1/).fill('25');
  });

  it('says what is wrong with a credit code, and survives a closed page', async () => {
    const page = await shown(await web.open('broker1', `/agreements/new?engagement=${engagement}`));
    await fillIn(page);
    const buyer = page.getByRole('group', { name: /^买方/ });
    await buyer.getByRole('button', { name: '换成其他单位' }).click();
    const code = buyer.getByLabel(/^统一社会信用代码/);
    await code.fill('91350100M000100Y4Z');
    await buyer.getByText('不应出现“Z”').waitFor();
    await code.fill('91350100M000100Y44');
    await buyer.getByText('校验位不符').waitFor();
    await code.fill('91350100M000100Y43');
    await buyer.getByText('代码有效').waitFor();
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByText('已恢复您上次未提交的内容').waitFor();
    expect(await page.getByLabel(/^合同名称/).inputValue()).to.equal(title);
    await page.getByRole('button', { name: '丢弃草稿' }).click();
    expect(await page.getByLabel(/^合同名称/).inputValue()).not.to.equal(title);
  });

  it('is saved as signed, and warns whoever types it again', async () => {
    const page = await shown(await web.open('broker1', `/agreements/new?engagement=${engagement}`));
    await page.getByRole('button', { name: '保存草拟' }).click();
    await page.getByRole('alert').waitFor();
    await fillIn(page);
    await page.getByRole('button', { name: '添加扣除项' }).click();
    await amount(page, /^金额 1/).fill('25');
    await page.getByRole('button', { name: '保存（已签订）' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    address = new URL(page.url()).pathname;
    await page.getByRole('region', { name: '金额' }).getByText('75 万元').waitFor();
    await page.getByText('轮到 卖方 · 确认').waitFor();
    await page.goto(`/agreements/new?engagement=${engagement}`);
    await fillIn(page);
    await page.getByText('已有一份完全相同的合同').waitFor();
    await page.getByLabel(/^合同名称/).fill(`${title}二期`);
    await page.getByText('有一份相似的合同').waitFor();
  });

  it('is confirmed by both sides, each for itself', async () => {
    for (const login of [logins.seller, logins.buyer]) {
      const page = await shown(await web.open(login, address));
      await page.getByRole('button', { name: '确认合同' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page
        .getByText(/^已确认/)
        .first()
        .waitFor();
    }
    const page = await shown(await web.open('broker1', address));
    expect(await page.getByText(/^已确认/).count()).to.equal(2);
    expect(await page.getByRole('button', { name: '确认合同' }).count()).to.equal(0);
  });

  it('is applied for, paid, registered and changed', async () => {
    const page = await shown(await web.open('broker1', address));
    await page.getByRole('button', { name: '申请登记' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('应办结日期').waitFor();
    await page.getByRole('button', { name: '登记到账' }).click();
    await dialog.getByRole('textbox', { name: /^到账金额/ }).fill('40');
    await dialog.getByRole('button', { name: '保存' }).click();
    const payments = page.getByRole('region', { name: '到账记录' });
    await payments.getByText('已到账 40 万元，合同共 100 万元').waitFor();
    await payments.getByRole('cell', { name: '30 万元' }).waitFor();

    const office = await shown(await web.open('bureau', address));
    await office.getByRole('button', { name: '认定登记' }).click();
    const form = office.getByRole('dialog');
    await form.getByLabel(/^登记编号/).fill('2026330206000777');
    await form.getByRole('button', { name: '保存' }).click();
    await office.getByText('登记编号 2026330206000777').waitFor();
    await office
      .getByRole('button', { name: /更多操作|变更登记/ })
      .first()
      .click();
    const change = office.getByRole('menuitem', { name: '变更登记' });
    if ((await change.count()) > 0) await change.click();
    await form.getByRole('textbox', { name: /^金额 1/ }).fill('30');
    await form.getByLabel(/^变更原因/).fill('设备清单增加一项');
    await form.getByRole('button', { name: '保存' }).click();
    await office
      .getByRole('region', { name: '变更登记' })
      .getByText('变更前：技术交易额 75 万元')
      .waitFor();
  });

  it('shows both versions when somebody else changed a draft first', async () => {
    const page = await shown(await web.open('broker1', `/agreements/new?engagement=${engagement}`));
    const draft = page.getByRole('button', { name: '丢弃草稿' });
    if ((await draft.count()) > 0) await draft.click();
    await fillIn(page);
    await page.getByLabel(/^签订日期/).fill('');
    await page.getByLabel(/^签订日期/).press('Tab');
    await page.getByRole('button', { name: '保存草拟' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page
      .getByRole('button', { name: /^编辑|更多操作/ })
      .first()
      .click();
    const edit = page.getByRole('menuitem', { name: '编辑' });
    if ((await edit.count()) > 0) await edit.click();
    await page.getByRole('heading', { level: 1, name: '编辑技术合同' }).waitFor();
    const id = new URL(page.url()).pathname.split('/')[2]!;
    const { revision } = await (await page.request.get(`/api/v1/agreements/${id}`)).json();
    const other = await page.request.patch(`/api/v1/agreements/${id}`, {
      headers: { 'if-match': `"${revision}"`, origin: web.service.url },
      data: { title: '别人改的名称' },
    });
    expect(other.status()).to.equal(200);
    await page.getByLabel(/^合同名称/).fill('我改的名称');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const stale = page.getByRole('dialog', { name: '内容已被他人修改' });
    await stale.getByText('别人改的名称').waitFor();
    await stale.getByRole('button', { name: '按所选保存' }).click();
    await page.getByRole('heading', { level: 1, name: '我改的名称' }).waitFor();
  });

  it('lists them by status, in English too', async () => {
    const page = await shown(await web.open('bureau', '/agreements', { language: 'en' }));
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Registered', exact: true }).click();
    await page.getByRole('rowheader', { name: new RegExp(title) }).waitFor();
    expect(new URL(page.url()).searchParams.get('status')).to.equal('registered');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('region', { name: 'Amounts' }).getByText('CNY 700,000').waitFor();
  });
});
