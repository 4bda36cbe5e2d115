import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { pathsOf } from './support/places.ts';
import { shown, startWeb, until, violations, type Web } from './support/web.ts';

/** What opens a dialog: a button of the page, or an item of the menu that a button opens. */
type Way = [address: string, button: RegExp, item?: RegExp];

const ways: Record<string, Way[]> = {
  broker1: [
    ['/needs/:need', /^关闭$/],
    ['/engagements/:engagement', /^录入会谈$/],
    ['/engagements/:engagement', /^记录联系$/],
    ['/engagements/:engagement', /^移至/, /已终止/],
    ['/engagements/:engagement', /更多操作/, /安排回访/],
    ['/engagements/:engagement', /更多操作/, /登记成效/],
    ['/agreements/:agreement', /^登记签订$/],
    ['/pipeline?stage=meeting', /已存筛选/, /保存当前筛选/],
    ['/tokens', /^新建令牌$/],
  ],
  enterprise1: [
    ['/needs/:need', /^关闭需求$/],
    ['/needs/:need', /^撤回需求$/],
  ],
  institute1: [
    ['/engagements/:engagement', /^登记成效$/],
    ['/engagements/:engagement', /^登记保密协议$/],
  ],
  bureau: [
    ['/vetting', /^不予通过$/],
    ['/assignment?heap=proposed', /^改派/],
    ['/registration', /^登记/],
    ['/glance', /发布本期报告/],
    ['/settings', /^添加规则$/],
    ['/people', /^邀请人员$/],
    ['/people/:person', /^停用$/],
    ['/people/:person', /^重置密码$/],
  ],
};

describe('every dialog', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb({ past: true });
    await web.service.settled();
  });
  after(() => web.close());

  for (const [login, openings] of Object.entries(ways)) {
    it(`of ${login} takes the focus, keeps it, closes by Escape and gives it back`, async function () {
      this.timeout(240_000);
      const page = await shown(await web.open(login, '/today'));
      const addresses = [...new Set(openings.map(([address]) => address))];
      const paths = new Map(await pathsOf(page, addresses));
      const faults: string[] = [];
      for (const way of openings) {
        const told = way.join(' ');
        try {
          for (const fault of await faultsOf(page, paths.get(way[0])!, way)) {
            faults.push(`${told}: ${fault}`);
          }
        } catch (error) {
          faults.push(`${told}: ${(error as Error).message.split('\n').slice(0, 4).join(' ')}`);
        }
      }
      expect(faults).to.deep.equal([]);
      await page.context().close();
    });
  }
});

const focusIsIn = (page: Page) =>
  until(page, 'document.activeElement?.closest("[role=dialog]") !== null', 3_000);

async function faultsOf(page: Page, path: string, [, button, item]: Way): Promise<string[]> {
  const faults: string[] = [];
  await page.goto(path);
  await shown(page);
  const opener = page.getByRole('main').getByRole('button', { name: button }).first();
  await opener.press('Enter');
  if (item) await page.getByRole('menuitem', { name: item }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading').first().waitFor();
  if (!(await focusIsIn(page))) faults.push('it does not take the focus');
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Tab', 'Tab', 'Tab']) {
    await page.keyboard.press(key);
    if (!(await focusIsIn(page))) faults.push(`${key} leaves it`);
  }
  faults.push(...(await violations(page, 'light')), ...(await violations(page, 'dark', 'colours')));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  if (!(await opener.evaluate((one) => one === one.ownerDocument.activeElement))) {
    const now = await page.evaluate('document.activeElement?.outerHTML.slice(0, 120)');
    faults.push(`the focus is not given back, it is on ${now}`);
  }
  return faults;
}
