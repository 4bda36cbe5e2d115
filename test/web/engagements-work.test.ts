import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addDays } from '../../src/calendar/dates.ts';
import { expectGood, shown, startWeb, type Web } from './support/web.ts';

describe('an engagement', () => {
  let web: Web;
  let address: string;
  const need = '副车架压铸气孔多，焊接就冒泡';

  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
    const page = await shown(await web.open('broker1', '/pipeline'));
    await page.getByRole('link', { name: need }).click();
    await page.getByRole('heading', { level: 1, name: need }).waitFor();
    address = new URL(page.url()).pathname;
  });
  after(() => web.close());

  const day = (offset: number) => addDays(new Date().toISOString().slice(0, 10), offset);
  const timeline = (page: Page) => page.getByRole('list', { name: '全程记录' });
  const opened = async (login = 'broker1', look = {}) =>
    shown(await web.open(login, address, look));
  /** Who signs in for the institute. */
  const institute = async () => {
    const { engagements, users } = web.service.ctx.stores;
    const _id = address.split('/').at(-1)!;
    const one = await engagements.find({ unscoped: 'who the institute is' }, { _id });
    const { instituteId: organizationId } = one!;
    const speaks = { unscoped: 'who speaks for it' };
    return (await users.find(speaks, { organizationId }))!.email.split('@')[0]!;
  };
  const more = async (page: Page, name: string) => {
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  it('takes a meeting with both sides, its minutes, a file and next steps', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '录入会谈' }).click();
    const dialog = page.getByRole('dialog', { name: '录入会谈' });
    await dialog.getByLabel('地点').fill('企业二号会议室');
    await dialog.getByLabel('姓名 1').fill('张工');
    await dialog.getByLabel('姓名 2').fill('李研究员');
    await dialog.getByLabel('会谈纪要').fill('双方同意先做三炉小样。');
    await dialog.getByRole('button', { name: '添加下一步' }).click();
    await dialog.getByLabel('要做什么 1').fill('寄送三炉试样');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('最迟 1').fill(day(9));
    await dialog.getByLabel('最迟 1').press('Tab');
    const choosing = page.waitForEvent('filechooser');
    await dialog.getByLabel(/^附件/).click();
    await (await choosing).setFiles({
      name: '纪要.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('三炉小样'),
    });
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const list = timeline(page);
    await list.getByText('企业方 张工；院所方 李研究员；经纪人 经纪人一').waitFor();
    await list.getByText('双方同意先做三炉小样。').waitFor();
    await list.getByRole('link', { name: '纪要.txt' }).waitFor();
    const step = page.getByRole('checkbox', { name: '标为已完成：寄送三炉试样' });
    await step.click();
    await step.waitFor({ state: 'detached' });
    await list.getByText('寄送三炉试样', { exact: true }).waitFor();
  });

  it('writes what a planned meeting came to into its own entry', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '录入会谈' }).click();
    const plan = page.getByRole('dialog', { name: '录入会谈' });
    await plan.getByLabel('时间').fill('23:59');
    await plan.getByLabel('地点').fill('院所报告厅');
    await plan.getByRole('button', { name: '保存' }).click();
    await plan.waitFor({ state: 'hidden' });
    const entry = timeline(page).getByRole('listitem').filter({ hasText: '院所报告厅' });
    await entry.getByText('待进行').waitFor();
    await entry.getByRole('button', { name: /^补记纪要：/ }).click();
    const held = page.getByRole('dialog', { name: '补记会谈' });
    expect(await held.getByLabel('地点').inputValue()).to.equal('院所报告厅');
    await held.getByLabel('会谈纪要').fill('小样气孔率合格，转中试。');
    await held.getByRole('button', { name: '添加下一步' }).click();
    await held.getByLabel('要做什么 1').fill('出中试方案');
    await held.getByLabel('由谁完成 1').selectOption({ label: '院所方' });
    await held.getByLabel('最迟 1').fill(day(12));
    await held.getByLabel('最迟 1').press('Tab');
    await held.getByRole('button', { name: '添加下一步' }).click();
    await held.getByLabel('要做什么 2').fill('订中试场地');
    await held.getByLabel('由谁完成 2').selectOption({ label: '院所方' });
    await held.getByLabel('最迟 2').fill(day(13));
    await held.getByLabel('最迟 2').press('Tab');
    await held.getByRole('button', { name: '保存' }).click();
    await held.waitFor({ state: 'hidden' });
    await entry.getByText('小样气孔率合格，转中试。').waitFor();
    expect(await entry.count()).to.equal(1);
    expect(await entry.getByText('待进行').count()).to.equal(0);
    expect(await entry.getByRole('button', { name: /^补记纪要/ }).count()).to.equal(0);
  });

  it('brings a tick of either side to the open page of the other', async () => {
    const page = await opened();
    const theirs = await opened(await institute());
    const box = (of: Page, step: string) =>
      of.getByRole('checkbox', { name: `标为已完成：${step}` });
    await box(page, '出中试方案').waitFor();
    await box(theirs, '出中试方案').click();
    await box(page, '出中试方案').waitFor({ state: 'detached' });
    await timeline(page).getByText('出中试方案', { exact: true }).waitFor();
    await box(page, '订中试场地').click();
    await box(theirs, '订中试场地').waitFor({ state: 'detached' });
    await timeline(theirs).getByText('订中试场地', { exact: true }).waitFor();
  });

  it('keeps what was typed through a closed page', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '记录联系' }).click();
    await page.getByLabel('内容').fill('对方下周出差，改约');
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByRole('button', { name: '记录联系' }).click();
    await page.getByText('已恢复您上次未提交的内容').waitFor();
    expect(await page.getByLabel('内容').inputValue()).to.equal('对方下周出差，改约');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    const entry = timeline(page).getByRole('listitem').filter({ hasText: '改约' });
    await entry.getByText('仅经纪人与科技局').waitFor();
    await page.getByRole('button', { name: '记录联系' }).click();
    expect(await page.getByLabel('内容').inputValue()).to.equal('');
  });

  it('plans a visit and reports on it', async () => {
    const page = await opened();
    await more(page, '安排回访');
    const plan = page.getByRole('dialog', { name: '安排回访' });
    await plan.getByLabel('回访日期').fill(day(1));
    await plan.getByLabel('回访日期').press('Tab');
    await plan.getByLabel('此后一年内').selectOption({ label: '每三个月一次' });
    await plan.getByRole('button', { name: '保存' }).click();
    await plan.waitFor({ state: 'hidden' });
    await timeline(page).getByText('安排了 4 次回访').waitFor();
    await page
      .getByRole('button', { name: /^写报告：/ })
      .first()
      .click();
    const report = page.getByRole('dialog', { name: '回访报告' });
    await report.getByLabel('参加的专家').fill('王教授、赵博士');
    await report.getByLabel('看到什么、谈了什么').fill('产线已换新料，气孔率下降。');
    await report.getByRole('button', { name: '保存' }).click();
    await report.waitFor({ state: 'hidden' });
    await timeline(page).getByText('专家：王教授、赵博士').waitFor();
    await page.getByText('已报告').waitFor();
  });

  it('takes an outcome with its source, and the signatures of an NDA', async () => {
    const page = await opened();
    await more(page, '登记成效');
    const outcome = page.getByRole('dialog', { name: '登记成效' });
    await outcome.getByRole('textbox', { name: /^金额/ }).fill('80');
    await outcome.getByRole('button', { name: '保存' }).click();
    await outcome.getByRole('alert').waitFor();
    await outcome.getByLabel('谁陈述的').fill('企业总工');
    await outcome.getByRole('button', { name: '保存' }).click();
    await outcome.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: '成效' }).getByText('80 万元').waitFor();
    await more(page, '登记保密协议');
    const nda = page.getByRole('dialog', { name: '登记保密协议' });
    for (const side of ['企业签署日期', '院所签署日期']) {
      await nda.getByLabel(side).fill(day(-1));
      await nda.getByLabel(side).press('Tab');
    }
    await nda.getByRole('button', { name: '保存' }).click();
    await nda.waitFor({ state: 'hidden' });
    await timeline(page).getByText('双方均已签署').waitFor();
  });

  it('shows its timeline by kind, and each side only what it may know and do', async () => {
    const page = await opened();
    await page.getByText('联系与会谈', { exact: true }).click();
    await timeline(page).getByText('阶段变更').first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('show')).to.equal('talks');
    const theirs = await opened(await institute());
    await timeline(theirs).getByText('会谈').first().waitFor();
    expect(await theirs.getByText('改约').count()).to.equal(0);
    expect(await theirs.getByRole('button', { name: '录入会谈' }).count()).to.equal(0);
  });

  it('exports meetings and visits to a calendar', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '更多操作' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: '导出日历' }).click();
    expect((await waiting).suggestedFilename()).to.match(/\.ics$/);
  });

  it('speaks English', async () => {
    const page = await opened('broker1', { language: 'en' });
    await page.getByRole('button', { name: 'Note a contact' }).click();
    await page.getByRole('textbox', { name: /^Note/ }).fill('They will answer on Monday.');
    await page.getByText('All on the engagement').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('list', { name: 'Timeline' }).getByText('answer on Monday').waitFor();
  });

  it('is accessible and fits, with its forms', async function () {
    this.timeout(180_000);
    for (const language of ['zh', 'en'] as const) {
      const zh = language === 'zh';
      const page = await opened('broker1', { language, width: 390 });
      await expectGood(page, `engagement ${language} 390`);
      await page.getByRole('button', { name: zh ? '录入会谈' : 'Enter a meeting' }).click();
      await page.getByRole('button', { name: zh ? '添加下一步' : 'Add a next step' }).click();
      await expectGood(page, `meeting form ${language} 390`);
      await page.setViewportSize({ width: 1440, height: 900 });
      await expectGood(page, `meeting form ${language} 1440`);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: zh ? '取消' : 'Cancel' })
        .click();
      await expectGood(page, `engagement ${language} 1440`);
      await page.context().close();
    }
  });
});
