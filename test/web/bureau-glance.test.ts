import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

const half = 'from=2026-01-01&to=2026-06-30';
const registered = `${half}&measure=registered&basis=registered&flow=absorbed`;

/** Whole fen in 亿元, by their digits. */
const inYi = (fen: number) => {
  const digits = String(fen).padStart(11, '0');
  return `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '');
};

const api = async (page: Page, path: string) => {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.status(), path).to.equal(200);
  return answer.json();
};
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

describe('half a year at a glance', () => {
  let web: Web;
  let page: Page;
  before(async function () {
    this.timeout(180_000);
    web = await startWeb();
    page = await web.open('bureau', `/glance?${half}`);
  });
  after(() => web.close());

  const open = async (path: string) => {
    await page.goto(path);
    return shown(page);
  };

  it('shows what the service reckoned, 28 achievements and 2.111 bn yuan of the first half', async () => {
    await shown(page);
    const { current } = await api(page, `/reports/glance?${registered}`);
    expect(current.figures.achievements).to.equal(28);
    await region(page, '引进成果').getByRole('link', { name: '28 项' }).waitFor();
    await region(page, '技术交易额').getByRole('link', { name: '21.11 亿元' }).waitFor();
    await region(page, '技术合同').getByRole('link', { name: '30 份' }).waitFor();
    await region(page, '引进成果').getByText('比上期增加 15 项，增长 115.4%').waitFor();
    await page.getByText('万元', { exact: true }).click();
    await region(page, '技术交易额').getByRole('link', { name: '211,100 万元' }).waitFor();
    await page.reload();
    await region(page, '技术交易额').getByRole('link', { name: '211,100 万元' }).waitFor();
    await page.getByText('亿元', { exact: true }).click();
  });

  it('loses no press, however soon it follows another', async () => {
    await open(`/glance?${half}`);
    // By the page's own hand: nothing lies between two presses but the end of the first.
    const press = (value: string) =>
      `document.querySelector('[role=radiogroup][aria-label=口径] [value=${value}]').click();`;
    const presses = ['brokered', 'registered', 'brokered', 'registered'].map(press);
    await page.evaluate(`(async () => { ${presses.join(' await null; ')} })()`);
    await page
      .getByRole('radio', { name: '认定登记', checked: true })
      .waitFor({ state: 'attached' });
    expect(new URL(page.url()).searchParams.get('measure')).to.equal('registered');
    await shown(page);
  });

  it('leads from every figure of a table to rows that add up to it', async function () {
    this.timeout(60_000);
    await open(`/glance?${half}`);
    const summary = await api(page, `/reports/summary?${registered}&groupBy=field`);
    const largest = summary.groups.find((one: { key: string }) => one.key === 'new_materials');
    const card = region(page, '按技术领域');
    await card.getByText('表', { exact: true }).click();
    const row = card.getByRole('row', { name: /新材料及其应用/ });
    expect(await row.getByRole('link').allInnerTexts()).to.deep.equal([
      String(largest.achievements),
      String(largest.agreements),
      inYi(largest.contractValueFen),
      inYi(largest.technologyValueFen),
    ]);
    await row.getByRole('link').last().click();
    await page.getByRole('heading', { name: '合同明细', level: 1 }).waitFor();
    await page.getByText('技术领域：新材料及其应用').waitFor();
    const total = region(page, '全部合计');
    await total.getByText(`${largest.agreements} 份`).waitFor();
    await total.getByText(`${inYi(largest.technologyValueFen)} 亿元`).waitFor();
    const rows = page.getByRole('table', { name: '合同明细' }).getByRole('row');
    expect(await rows.count()).to.equal(largest.agreements + 1);
    const cells = await page
      .getByRole('table', { name: '合同明细' })
      .getByRole('cell', { name: / 万元$/ })
      .allInnerTexts();
    const wan = cells.filter((_, index) => index % 2 === 1).map((text) => text.replace(/\D/g, ''));
    const sum = wan.reduce((all, one) => all + BigInt(one), 0n);
    expect(sum * 1_000_000n).to.equal(BigInt(largest.technologyValueFen));
    await page.getByRole('link', { name: '半年一览' }).first().click();
    await page.waitForURL(/\/glance\?/);
  });

  it('gives the rows behind a figure as a table, the same ones', async function () {
    this.timeout(60_000);
    const part = `${registered}&groupBy=field&key=new_materials`;
    await open(`/rows?of=agreements&${part}`);
    const table = page.getByRole('table', { name: '合同明细' });
    await table.waitFor();
    const { items } = await api(page, `/reports/summary/agreements?${part}&limit=100`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '全部导出为 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).to.match(/^rows-2026-01-01-2026-06-30-.*\.csv$/);
    const [head, ...lines] = parse(await readFile(await download.path(), 'utf8'), {
      bom: true,
    }) as string[][];
    const column = (name: string) => lines.map((line) => line[head!.indexOf(name)]!);
    const titles = items.map(({ title }: { title: string }) => title);
    expect(column('项目名称')).to.deep.equal(titles);
    expect(column('技术交易额（元）')).to.deep.equal(
      items.map(({ technologyValueFen: fen }: { technologyValueFen: number }) =>
        (fen / 100).toFixed(2),
      ),
    );
    for (const title of titles) await table.getByRole('link', { name: title }).first().waitFor();
    expect(await table.getByRole('row').count()).to.equal(lines.length + 1);
  });

  it('tells what is left out, why, and leads to the agreement', async () => {
    await open(`/glance?${half}`);
    await region(page, '未计入的合同').getByRole('link', { name: '重复 1' }).click();
    await page.getByRole('heading', { name: '未计入的合同', level: 1 }).waitFor();
    await page.getByText('与更早的一条记录当事人').waitFor();
    const link = page.getByRole('table').getByRole('link').first();
    expect(await link.getAttribute('href')).to.match(/^\/agreements\/[0-9A-Z]{26}$/);
  });

  it('asks anew when measure, basis or period change, and keeps them in the address', async function () {
    this.timeout(60_000);
    await open(`/glance?${half}`);
    await page.getByText('经纪促成', { exact: true }).click();
    await page.getByText('按签订', { exact: true }).click();
    await page.waitForURL(/measure=brokered&basis=signed/);
    const { current } = await api(page, `/reports/glance?${half}&measure=brokered&basis=signed`);
    const { achievements } = current.figures;
    await region(page, '引进成果')
      .getByRole('link', { name: `${achievements} 项` })
      .first()
      .waitFor();
    await page.getByRole('button', { name: '前一期' }).click();
    await page.waitForURL(/from=2025-07-01&to=2025-12-31/);
    await page.getByText('输出', { exact: true }).click();
    await region(page, '输出成果').waitFor();
    await page.getByRole('combobox', { name: '统计期间' }).click();
    await page.getByRole('option', { name: '自定起止日期' }).click();
    await page.getByRole('textbox', { name: '起', exact: true }).fill('2026-02-03');
    await page.keyboard.press('Tab');
    await page.waitForURL(/from=2025-07-01|from=2026-02-03/);
    await page.getByRole('textbox', { name: '止', exact: true }).fill('2026年3月5日');
    await page.keyboard.press('Tab');
    await page.waitForURL(/from=2026-02-03&to=2026-03-05/);
    await page.getByRole('textbox', { name: '截至' }).fill('2026-06-30');
    await page.keyboard.press('Tab');
    await page.waitForURL(/asOf=2026-06-30/);
  });

  it('has the numbers of each chart in a table, and the chart in words', async function () {
    this.timeout(60_000);
    await open(`/glance?${half}`);
    const { steps } = await api(page, `/reports/funnel?${half}`);
    for (const title of ['月度走势', '按技术领域', '买卖流向', '按合同类型', '从发布到登记']) {
      const card = region(page, title);
      // The library marks the drawing within as an image as well.
      const drawn = card.getByRole('img', { name: /\d/ }).first();
      await drawn.waitFor();
      await card.getByText('表', { exact: true }).click();
      await card.getByRole('table').waitFor();
      await drawn.waitFor({ state: 'hidden' });
    }
    const met = steps.find(({ step }: { step: string }) => step === 'met').reached;
    const row = region(page, '从发布到登记').getByRole('row', { name: /已会面/ });
    await row
      .getByRole('link', { name: String(met), exact: true })
      .first()
      .click();
    await page.getByRole('heading', { name: '需求走到哪一步' }).waitFor();
    await page.getByText(`共 ${met} 项`).waitFor();
    await page.goBack();
    await region(page, '买卖流向').getByText('表', { exact: true }).click();
    await region(page, '买卖流向').getByRole('rowheader', { name: '合计' }).waitFor();
  });

  it('sorts and pages the brokers, with links to what they were asked', async function () {
    this.timeout(60_000);
    await open('/glance?from=2026-07-01&to=2026-12-31');
    const table = page.getByRole('table', { name: '经纪人' });
    await table.getByRole('button', { name: '推荐' }).click();
    await page.waitForURL(/sort=-proposals/);
    await table
      .getByRole('columnheader', { name: '推荐', exact: true })
      .and(page.locator('[aria-sort=descending]'))
      .waitFor();
    const { items, total } = await api(
      page,
      '/reports/brokers?from=2026-07-01&to=2026-12-31&measure=registered&basis=registered&sort=-proposals',
    );
    const row = table.getByRole('row', { name: new RegExp(`^${items[0].name} `) });
    await row
      .getByRole('link', { name: String(items[0].proposals), exact: true })
      .first()
      .click();
    await page.getByRole('heading', { name: '推荐与答复', level: 1 }).waitFor();
    await page.getByText(`共 ${items[0].proposals} 项`).waitFor();
    await page.getByText(`经纪人：${items[0].name}`).waitFor();
    await page.goBack();
    const foot = table.getByRole('row', { name: /^合计/ });
    await foot
      .getByRole('link', { name: String(total.meetings), exact: true })
      .first()
      .click();
    await page
      .getByRole('heading', { name: /^(会面记录|推荐与答复|在办需求)$/, level: 1 })
      .waitFor();
    await open('/glance?from=2026-07-01&to=2026-12-31');
    await page.getByRole('button', { name: '下一页' }).click();
    await page.waitForURL(/trail=/);
  });

  it('is worked by keyboard, and explains its words', async () => {
    await open(`/glance?${half}`);
    const help = page.getByRole('button', { name: '说明：口径' });
    await help.focus();
    await page.getByRole('tooltip').getByText('两者互有重叠，不能相加').waitFor();
    await page.getByRole('radio', { name: '认定登记' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/measure=brokered/);
    await region(page, '引进成果').getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '成果明细', level: 1 }).waitFor();
  });

  it('speaks English', async () => {
    const english = await web.open('bureau', `/glance?${half}`, { language: 'en' });
    await shown(english);
    await region(english, 'Technology value')
      .getByRole('link', { name: '2,111 CNY million' })
      .waitFor();
    await region(english, 'Achievements brought in').getByText('Up by 15 achievements').waitFor();
    await english.context().close();
  });
});
