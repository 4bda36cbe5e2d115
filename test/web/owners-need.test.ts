import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';
const phone = { width: 390 };

/** The need whose page is open, as the service knows it. */
async function needOf(page: Page) {
  const id = new URL(page.url()).pathname.split('/')[2]!;
  return (await page.request.get(`${api}/needs/${id}`)).json();
}

const onNeed = (page: Page, title: string) =>
  page.getByRole('heading', { level: 1, name: title }).waitFor();

describe('posting a need', () => {
  let web: Web;
  before(async function () {
    this.timeout(90_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('helps on a phone while one types, and loses nothing with the tab or the network', async function () {
    this.timeout(60_000);
    const first = await shown(await web.open('enterprise1', '/needs/new', phone));
    await first.getByLabel(/^一句话标题/).fill('充电桩外壳焊后渗水');
    await first.getByLabel(/^问题描述/).fill('焊完老是渗水，返修太多。');
    const help = first.getByRole('complementary', { name: '写得够清楚吗' });
    await help.getByText('用的什么材料？').waitFor();
    await help.getByText(/还没有找到相近的成果|强匹配，/).waitFor();
    const vague = await help.getByText(/\d+ \/ 100/).textContent();
    await first
      .getByLabel(/^问题描述/)
      .fill(
        '外壳是 304 不锈钢，户外充电桩用，目前手工氩弧焊，焊后水压 0.3 MPa 就渗，想把返修率从 8% 降到 2% 以下。',
      );
    await help.getByText('该说的都说到了。').waitFor();
    expect(await help.getByText(/\d+ \/ 100/).textContent()).not.to.equal(vague);
    await first.close();

    const page = await first.context().newPage();
    await page.goto('/needs/new');
    await page.getByText('已恢复您上次未提交的内容').waitFor();
    expect(await page.getByLabel(/^一句话标题/).inputValue()).to.equal('充电桩外壳焊后渗水');
    await page.getByRole('button', { name: '添加指标' }).click();
    const indicator = page.getByRole('group', { name: '指标 1' });
    await indicator.getByLabel('指标名称').fill('返修率');
    await indicator.getByLabel('要求').selectOption({ label: '不大于' });
    await indicator.getByLabel('数值').fill('两成');
    await indicator.getByLabel('单位').fill('%');
    await page.getByLabel(/^预算/).fill('80');
    await page.getByLabel('委托开发').check();
    const budgetLayer = page.getByLabel('谁能看到“预算”');
    await budgetLayer.selectOption({ label: '保密协议后可见' });
    await page.getByText('院所与您签了保密协议后才能看到').waitFor();
    await page.getByText(/院所看不到：预算、企业名称/).waitFor();

    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('请填数字').waitFor();
    await indicator.getByLabel('数值').fill('2');
    await page.context().setOffline(true);
    await page.getByText('网络已断开').waitFor();
    await page.getByLabel(/^已经试过的办法/).fill('换过焊丝');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('网络恢复后会自动再提交').waitFor();
    expect(await page.getByLabel(/^已经试过的办法/).inputValue()).to.equal('换过焊丝');
    await page.context().setOffline(false);

    await onNeed(page, '充电桩外壳焊后渗水');
    const need = await needOf(page);
    expect(need).to.deep.include({
      status: 'submitted',
      tried: '换过焊丝',
      budgetFen: 80_000_000,
      cooperationModes: ['commissioned'],
      confidential: { budgetFen: 'nda' },
    });
    expect(need.indicators).to.eql([{ name: '返修率', relation: '<=', value: 2, unit: '%' }]);
    await page.getByText('现在轮到科技局：审核需求').waitFor();
    await page.goto('/needs/new');
    await shown(page);
    expect(await page.getByLabel(/^一句话标题/).inputValue()).to.equal('');
  });

  it('tells beside the fields what the service refuses', async () => {
    const page = await shown(await web.open('enterprise2', '/needs/new'));
    await page.getByLabel('行业代码').fill('制造业');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('alert').getByText('没有提交成功').waitFor();
    const title = page.getByLabel(/^一句话标题/);
    expect(await title.getAttribute('aria-invalid')).to.equal('true');
    expect(await page.getByLabel('行业代码').getAttribute('aria-invalid')).to.equal('true');
  });

  it('is done by a broker for a firm, which confirms, and withdraws later', async function () {
    this.timeout(60_000);
    const firm = await web.open('enterprise3', '/account');
    const { user } = await (await firm.request.get(`${api}/session`)).json();
    const organization = await firm.request.get(`${api}/organizations/${user.organizationId}`);
    const { name } = await organization.json();

    const broker = await shown(await web.open('broker2', '/needs/new'));
    await broker.getByRole('combobox', { name: /^企业/ }).fill(name.slice(1, 5));
    await broker.getByRole('option', { name }).click();
    await broker.getByLabel(/^一句话标题/).fill('电镀废水铜离子超标');
    await broker.getByLabel(/^问题描述/).fill('废水里铜离子降不到 0.3 mg/L 以下。');
    await broker.getByRole('button', { name: '提交审核' }).click();
    await onNeed(broker, '电镀废水铜离子超标');
    const { id } = await needOf(broker);

    await firm.goto(`/needs/${id}`);
    await firm.getByText('现在轮到企业：确认').waitFor();
    await firm.getByRole('button', { name: '确认代发内容' }).click();
    await firm.getByText('现在轮到科技局：审核需求').waitFor();
    await firm.getByRole('button', { name: '撤回需求' }).click();
    const dialog = firm.getByRole('dialog', { name: '撤回需求' });
    await dialog.getByLabel('说明').fill('已经自己解决');
    await dialog.getByRole('button', { name: '撤回需求' }).click();
    await firm.getByText('这条需求已撤回，不再匹配。').waitFor();
    expect(await needOf(firm)).to.include({ status: 'closed', closeCode: 'withdrawn' });
  });

  it('shows both versions when somebody else saved a newer one', async () => {
    const page = await web.open('enterprise4', '/account');
    const made = await page.request.post(`${api}/needs`, {
      data: { title: '原来的标题', problem: '原来的问题' },
    });
    const { id } = await made.json();
    await page.goto(`/needs/${id}/edit`);
    await page.getByLabel(/^一句话标题/).fill('我改的标题');
    await page.request.patch(`${api}/needs/${id}`, { data: { title: '别人改的标题' } });
    await page.getByRole('button', { name: '保存修改' }).click();
    const dialog = page.getByRole('dialog', { name: '内容已被他人修改' });
    const row = dialog.getByRole('row', { name: /标题/ });
    await row.getByText('我改的标题').waitFor();
    await row.getByText('别人改的标题').waitFor();
    await dialog.getByRole('button', { name: '按所选保存' }).click();
    await onNeed(page, '我改的标题');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('现在轮到科技局：审核需求').waitFor();
  });

  it('speaks English', async () => {
    const page = await shown(await web.open('enterprise5', '/needs/new', { language: 'en' }));
    await page.getByLabel(/^Title in one sentence/).fill('Housings leak after welding');
    await page
      .getByLabel(/^Problem/)
      .first()
      .fill('They leak at 0.3 MPa.');
    await page.getByText('Which material?').waitFor();
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await onNeed(page, 'Housings leak after welding');
    await page.getByText('Now it is the turn of: Enterprise (Submit the need)').waitFor();
  });
});
