import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { unzip } from '../support/unzip.ts';
import { workbook } from '../support/workbook.ts';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';

describe('imports in the web app', () => {
  let web: Web;
  before(async function () {
    this.timeout(90_000);
    web = await startWeb();
  });
  after(() => web.close());

  const csv = (name: string, text: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${text}`),
  });

  it('says what a list may hold, shows the rows in error and gives them as a file', async function () {
    this.timeout(60_000);
    const page = await shown(await web.open('institute1', '/capabilities'));
    await page.getByRole('link', { name: '批量导入' }).last().click();
    await page.getByRole('button', { name: '列名与填写说明' }).click();
    await page.getByRole('rowheader', { name: /abstract/ }).waitFor();
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV 模板' }).click(),
    ]);
    expect(readFileSync(await template.path(), 'utf8')).to.match(/^\uFEFF编号,标题,摘要/);

    await page
      .getByLabel(/^选择文件/)
      .setInputFiles(
        csv(
          '成果.csv',
          '编号,标题,摘要,阶段,备注\r\nW-1,好的一行,摘要,中试,x\r\nW-2,,没有标题,早期,\r\nW-3,坏阶段,摘要,不知道,\r\n',
        ),
      );
    await page.getByRole('button', { name: '上传并导入' }).click();
    await page.getByRole('heading', { level: 1, name: '成果.csv' }).waitFor();
    await page.getByText('导入完成', { exact: true }).waitFor({ timeout: 20_000 });
    await page.getByText('3 / 3 行').waitFor();
    await page.getByText(/备注/).waitFor();
    const faults = page.getByRole('region', { name: '出错的行' });
    await faults.getByRole('row', { name: /第 3 行.*title/ }).waitFor();
    await faults.getByRole('row', { name: /第 4 行.*W-3.*stage/ }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      faults.getByRole('link', { name: '下载错误清单' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).to.include('title,required');
    await page.goto('/capabilities');
    await page.getByRole('link', { name: '好的一行' }).waitFor();
    // Who uploaded it reads of it in the inbox as a sentence, which leads back.
    await page.goto('/inbox');
    await page
      .getByRole('link', { name: '成果导入完成：1 行入库，2 行出错，请下载修改。' })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '成果.csv' }).waitFor();
  });

  it('takes a workbook as it is, and gives one to fill', async function () {
    this.timeout(60_000);
    const page = await shown(await web.open('institute1', '/imports?kind=capability'));
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载成果模板' }).click(),
    ]);
    expect(template.suggestedFilename()).to.equal('import-capability.xlsx');
    const parts = unzip(readFileSync(await template.path()));
    expect(parts.get('xl/sharedStrings.xml')).to.match(/编号.*标题.*摘要/);
    const buffer = await workbook({
      成果: [
        ['编号', '标题', '摘要', '有效期'].map((value) => ({ value })),
        [
          { value: 20260101, type: Number },
          { value: '表格里的一行' },
          { value: '摘要' },
          { value: new Date('2028-01-05T00:00:00Z'), type: Date, format: 'yyyy/m/d' },
        ],
        [],
        [{ value: 'X-2' }, null, { value: '没有标题' }],
      ],
    });
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel(/^选择文件/).setInputFiles({ name: '成果.xlsx', mimeType, buffer });
    await page.getByRole('button', { name: '上传并导入' }).click();
    await page.getByRole('heading', { level: 1, name: '成果.xlsx' }).waitFor();
    await page.getByText('导入完成', { exact: true }).waitFor({ timeout: 20_000 });
    await page.getByText('2 / 2 行').waitFor();
    await page.getByRole('row', { name: /第 4 行.*X-2.*title/ }).waitFor();
    await page.goto('/capabilities');
    await page.getByRole('link', { name: '表格里的一行' }).waitFor();
  });

  it('says in both languages why a workbook is not read', async () => {
    const buffer = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)]);
    const old = { name: '老.xls', mimeType: 'application/vnd.ms-excel', buffer };
    for (const [language, field, button, reason] of [
      ['zh', /^选择文件/, '上传并导入', '只读取不含宏的 .xlsx 工作簿，请另存为 .xlsx 后上传。'],
      [
        'en',
        /^Choose a file/,
        'Upload and import',
        'Save it as .xlsx, without macros, and send that.',
      ],
    ] as const) {
      const page = await shown(await web.open('enterprise1', '/imports', { language }));
      await page.getByLabel(field).setInputFiles(old);
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('alert').getByText(reason).waitFor({ timeout: 20_000 });
    }
  });

  it('shows progress as it goes, comes back after a lost connection, and can be stopped', async function () {
    this.timeout(60_000);
    const page = await shown(await web.open('bureau', '/imports?kind=organization'));
    const rows = Array.from({ length: 20_000 }, (_, n) => `B-${n},企业,第 ${n} 号样例厂,330206`);
    await page
      .getByLabel(/^选择文件/)
      .setInputFiles(csv('企业.csv', `编号,类型,名称,区划\r\n${rows.join('\r\n')}\r\n`));
    await page.getByRole('button', { name: '上传并导入' }).click();
    await page.getByRole('heading', { level: 1, name: '企业.csv' }).waitFor();
    const bar = page.getByRole('progressbar', { name: '导入进度' });
    const passed = async () =>
      Number(/^(\d+) \//.exec((await page.getByText(/^\d+ \/ (\d+|…) 行$/).textContent())!)?.[1]);
    await page.getByText(/^[1-9]\d* \/ 20000 行$/).waitFor({ timeout: 20_000 });
    await bar.waitFor();
    await page.context().setOffline(true);
    await page.getByText('网络已断开').waitFor();
    const before = await passed();
    await page.context().setOffline(false);
    let now = before;
    for (let tries = 0; now <= before && tries < 100; tries += 1) {
      await page.waitForTimeout(100);
      now = await passed();
    }
    expect(now).to.be.greaterThan(before);
    await page.getByRole('button', { name: '取消导入' }).click();
    await page.getByText('已取消，已入库的行保留').waitFor();
    const id = new URL(page.url()).pathname.split('/')[2]!;
    const one = await (await page.request.get(`${api}/imports/${id}`)).json();
    expect(one.status).to.equal('cancelled');
    expect(one.done).to.be.within(1, 19_999);
    expect(await page.getByRole('button', { name: '取消导入' }).count()).to.equal(0);
  });

  it('refuses what is no list with words, in English too', async () => {
    const page = await shown(await web.open('enterprise1', '/imports', { language: 'en' }));
    await page.getByLabel(/^Choose a file/).setInputFiles({
      name: 'a.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 x'),
    });
    await page.getByRole('button', { name: 'Upload and import' }).click();
    await page
      .getByText(/The import failed|The file was not taken/)
      .first()
      .waitFor();
  });
});
