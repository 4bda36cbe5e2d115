import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectGood, shown, startWeb, type Web } from './support/web.ts';

const half = 'from=2026-01-01&to=2026-06-30';

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

  it('is accessible and fits, in both languages', async function () {
    this.timeout(180_000);
    for (const [language, width] of [
      ['zh', 390],
      ['zh', 1440],
      ['en', 390],
      ['en', 1440],
    ] as const) {
      const own = await web.open('bureau', '/reports', { language, width });
      await expectGood(await shown(own), `reports ${language} ${width}`);
      for (const path of [address, `${address}?part=adjustments`, `${address}/print`]) {
        await own.goto(path);
        await expectGood(await shown(own), `${path} ${language} ${width}`);
      }
      await own.context().close();
    }
  });
});
