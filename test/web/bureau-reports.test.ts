import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectGood, shown, startWeb, type Web } from './support/web.ts';

const half = 'from=2026-01-01&to=2026-06-30';

interface Figures {
  technologyValueFen: number;
}

/** Whole yuan as an office writes them. */
const inYuan = (fen: number) => `${(fen / 100).toLocaleString('zh-CN')} 元`;

describe('publishing a half-year', () => {
  let web: Web;
  let page: Page;
  let address: string;
  before(async function () {
    this.timeout(180_000);
    web = await startWeb();
    page = await web.open('bureau', `/glance?${half}`);
  });
  after(() => web.close());

  it('says what will be frozen, with the adjustments that come in, and freezes it', async function () {
    this.timeout(60_000);
    await shown(page);
    await page.getByText('本期尚未发布').waitFor();
    await page.getByRole('button', { name: '发布本期报告' }).click();
    const dialog = page.getByRole('dialog', { name: '发布报告' });
    await dialog.getByText('2026年上半年').waitFor();
    await dialog.getByText('认定登记').waitFor();
    await dialog.getByText('引进成果 28 项，技术交易额 21.11 亿元').waitFor();
    await dialog.getByText('未计入的合同 6 份').waitFor();
    await dialog.getByRole('link', { name: '2025年下半年 第 1 版' }).waitFor();
    await dialog.getByRole('table', { name: '对以前报告的调整' }).getByText('已撤销').waitFor();
    await dialog.getByRole('button', { name: '确认发布' }).click();
    await page.waitForURL(/\/reports\/[0-9A-Z]{26}$/);
    address = new URL(page.url()).pathname;
    await page.getByRole('heading', { name: '2026年上半年报告（第 1 版）', level: 1 }).waitFor();
    const row = page.getByRole('table', { name: '主要数字' }).getByRole('row').nth(1);
    await row.getByText('28', { exact: true }).waitFor();
    await row.getByText('21.11', { exact: true }).waitFor();
  });

  const api = async (path: string) => {
    const answer = await page.request.get(`/api/v1${path}`);
    expect(answer.status(), path).to.equal(200);
    return answer.json();
  };

  it('is checked against its checksum, in words', async () => {
    await page.getByRole('button', { name: '校验' }).click();
    await page.getByText('校验通过').waitFor();
  });

  it('shows the frozen rows, those left out, and the adjustments', async () => {
    await page.getByRole('tab', { name: '合同明细 30' }).click();
    const rows = page.getByRole('table', { name: '合同明细' }).getByRole('row');
    await rows.nth(30).waitFor();
    await page.getByRole('tab', { name: '未计入 6' }).click();
    await page.getByRole('table', { name: '未计入' }).getByText('中介合同').waitFor();
    await page.getByRole('tab', { name: '调整 2' }).click();
    await page.getByRole('table', { name: '按报告汇总的调整' }).getByText('−0.226').waitFor();
  });

  it('leads from every figure to the frozen rows that add up to it', async function () {
    this.timeout(60_000);
    const id = address.split('/').at(-1)!;
    const { groups } = await api(`/reports/${id}/groups?groupBy=institute`);
    const largest = groups.toSorted(
      (a: Figures, b: Figures) => b.technologyValueFen - a.technologyValueFen,
    )[0];
    await page.goto(address);
    await shown(page);
    await page.getByRole('combobox', { name: '分组方式' }).click();
    await page.getByRole('option', { name: '高校院所' }).click();
    const table = page.getByRole('table', { name: '按高校院所' });
    const row = table.getByRole('row', { name: new RegExp(`^${largest.label} `) });
    await row.getByRole('link').last().click();
    await page.waitForURL(/part=rows&groupBy=institute&key=/);
    await page.getByText(`高校院所：${largest.label}`).waitFor();
    const total = page.getByRole('region', { name: '全部合计' });
    await total.getByText(`${largest.agreements} 份`).waitFor();
    await total.getByText(inYuan(largest.technologyValueFen)).waitFor();
    const rows = page.getByRole('table', { name: '合同明细' }).getByRole('row');
    await rows.nth(largest.agreements).waitFor();
    expect(await rows.count()).to.equal(largest.agreements + 1);
    await page.getByRole('link', { name: '返回数字' }).click();
    await row.getByRole('link').first().click();
    await page.getByText(`共 ${largest.achievements} 项`).waitFor();
    await page.getByRole('link', { name: '全部成果明细' }).click();
    await page.getByText('共 28 项').waitFor();
    await page.getByRole('tab', { name: '主要数字' }).click();
    const broker = page
      .getByRole('table', { name: '经纪人' })
      .getByRole('row', { name: /^经纪人二 / });
    await broker.getByRole('link').last().click();
    await page.getByText('经纪人：经纪人二').waitFor();
    await total.getByText('该经纪人的份额').waitFor();
    await page.goBack();
    await page
      .getByRole('table', { name: '未计入的合同' })
      .getByRole('row', { name: /^重复 / })
      .getByRole('link')
      .click();
    await page.getByText('未计入原因：重复').waitFor();
    await page.getByText('与更早的一条记录当事人').waitFor();
  });

  it('is read on a phone and in English, part by part', async function () {
    this.timeout(90_000);
    const english = await web.open('bureau', address, { language: 'en', width: 390 });
    await expectGood(english, 'figures');
    for (const part of ['rows', 'achievements']) {
      await english.goto(`${address}?part=${part}&groupBy=field&key=new_materials`);
      await english.getByText('Technology field: New materials').first().waitFor();
      await expectGood(english, part);
    }
    await english.close();
  });

  it('is downloaded as a workbook and as a table', async () => {
    for (const [name, begins] of [
      ['下载 XLSX', 'PK'],
      ['下载 CSV', '\uFEFF'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      const content = await readFile(await download.path(), 'utf8');
      expect(content.slice(0, begins.length), name).to.equal(begins);
    }
  });

  it('is printed on A4 without the menu, to be signed', async function () {
    this.timeout(60_000);
    await page.getByRole('link', { name: '打印版' }).click();
    await page.getByRole('heading', { name: /^2026年上半年科技成果引进/, level: 1 }).waitFor();
    const table = page.getByRole('table', { name: '附：合同明细' });
    await table.getByRole('columnheader', { name: '登记编号' }).waitFor();
    await table.getByRole('rowheader', { name: '30', exact: true }).waitFor();
    for (const who of ['编制人', '审核人', '负责人']) await page.getByText(who).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).to.equal(0);
    expect(await page.getByRole('button', { name: '打印' }).count()).to.equal(0);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).to.equal('%PDF-');
    await page.emulateMedia({ media: null });
  });

  it('is found in the list and from the glance', async () => {
    await page.goto('/reports');
    await page.getByRole('link', { name: '2026年上半年 第 1 版' }).waitFor();
    await page.goto(`/glance?${half}`);
    await page.getByRole('link', { name: /已发布，第 1 版$/ }).click();
    await page.waitForURL(new RegExp(`${address}$`));
  });
});
