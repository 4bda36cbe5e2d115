import { expect } from 'chai';
import { shown, startWeb, type Web } from './support/web.ts';

describe('the assignment and registration desks', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('names a broker for a need that nobody took, and shows it at once', async () => {
    const page = await shown(await web.open('bureau', '/assignment'));
    const row = page.getByRole('row').filter({ hasText: '三次推荐未果' });
    expect(await row.getByRole('listitem').count()).to.equal(3);
    const title = (await row.getByRole('rowheader').getByRole('link').textContent())!;
    await row.getByRole('button', { name: `改派：${title}` }).click();
    const dialog = page.getByRole('dialog', { name: '指派经纪人' });
    const send = dialog.getByRole('button', { name: '请他答复' });
    await dialog.getByText('不能指派，及原因').waitFor();
    await dialog.getByText('休假中').first().waitFor();
    expect(await send.isDisabled()).to.equal(true);
    const first = dialog.getByRole('radio').first();
    const name = (await first.getAttribute('aria-label'))!;
    await first.focus();
    await page.keyboard.press('Space');
    await dialog.getByLabel('说明').fill('已电话沟通');
    await send.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('没有等您指派的需求').waitFor();
    await page.getByRole('tab', { name: '待答复' }).click();
    const asked = page.getByRole('row').filter({ hasText: title });
    await asked.getByRole('link', { name }).waitFor();
    await asked.getByText(/由.*指派/).waitFor();
    await asked.getByText(/还有 \d+ 个工作日/).waitFor();
  });

  it('tells who leads, what waits for a first contact, and which needs nobody has', async () => {
    const page = await shown(await web.open('bureau', '/assignment', { width: 390 }));
    await page.getByRole('tab', { name: '已接受' }).click();
    await page.getByText('已联系', { exact: true }).click();
    await page
      .getByText(/推荐分 [\d.]+：专长/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: '无人接手的需求' }).click();
    await page
      .getByText(/每条开放的需求都有人负责|系统正在派单/)
      .first()
      .waitFor();
  });

  it('registers an application with its number, the overdue one first', async () => {
    const page = await shown(await web.open('bureau', '/registration'));
    const row = page.getByRole('row').nth(1);
    await row.getByText(/逾期 \d+ 个工作日/).waitFor();
    const title = (await row.getByRole('rowheader').getByRole('link').textContent())!;
    await row.getByRole('button', { name: `登记：${title}` }).click();
    const dialog = page.getByRole('dialog', { name: '登记' });
    await dialog.getByLabel('登记编号').fill('2026330206009999');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: title }).waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '已登记' }).click();
    await page.getByLabel('按登记编号查找').fill('2026330206009999');
    await page.getByRole('row').filter({ hasText: title }).waitFor();

    // The same number again is refused beside its field.
    await page.getByRole('tab', { name: '待登记' }).click();
    await page
      .getByRole('button', { name: /^登记：/ })
      .first()
      .click();
    await dialog.getByLabel('登记编号').fill('2026330206009999');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('in English: takes a registered agreement off the register with a code', async () => {
    const page = await shown(
      await web.open('bureau', '/registration?heap=registered', { language: 'en' }),
    );
    const row = page.getByRole('row').nth(1);
    const title = (await row.getByRole('rowheader').getByRole('link').textContent())!;
    await row.getByRole('button', { name: `More actions: ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke' });
    const send = dialog.getByRole('button', { name: 'Revoke' });
    await dialog.getByRole('combobox', { name: /Reason|Code/ }).click();
    await page.getByRole('option', { name: 'Void' }).click();
    expect(await send.isDisabled()).to.equal(true);
    await dialog.getByLabel('Note').fill('The parties agreed that it was never valid.');
    await send.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'Revoked' }).click();
    await page.getByRole('row').filter({ hasText: title }).getByText('Void').waitFor();
  });
});
