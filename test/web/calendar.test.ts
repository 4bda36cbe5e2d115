import { expect } from 'chai';
import { shanghaiDate } from '../../src/calendar/dates.ts';
import { shown, startWeb, type Web } from './support/web.ts';

describe('the calendar', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('begins with today on a phone, whatever the day of the month', async () => {
    const page = await shown(await web.open('broker1', '/calendar', { width: 390 }));
    const today = shanghaiDate(new Date());
    const written = today.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
    await page.getByText(new RegExp(`^${written} 至 `)).waitFor();
    const days = await page
      .getByRole('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')!));
    expect(days).to.not.be.empty;
    expect(days[0]! >= today, `${days[0]} is not over`).to.equal(true);
    await page.getByRole('button', { name: '往前一个月' }).click();
    await page.getByText(/ 至 /).waitFor();
    await page.getByRole('link', { name: /会谈/ }).first().waitFor();
  });

  it('shows the visits alone to an institute that asks for them', async () => {
    const page = await shown(await web.open('institute3', '/interest'));
    await page.getByRole('link', { name: '回访安排' }).click();
    await page.waitForURL(/kind=visit/);
    await shown(page);
    const kind = page.getByRole('combobox', { name: '事项' });
    expect(await kind.inputValue()).to.equal('回访');
    const seen: string[] = [];
    await page.getByText('日程').click();
    for (let month = 0; month < 4; month += 1) {
      seen.push(...(await page.getByRole('main').getByRole('link').allTextContents()));
      await page.getByRole('button', { name: '往后一个月' }).click();
      await shown(page);
    }
    const items = seen.filter((text) => !text.startsWith('导出日历'));
    expect(items).to.not.be.empty;
    for (const text of items) expect(text).to.match(/回访/);
  });
});
