import { expect } from 'chai';
import { expectGood, shown, startWeb, type Web } from './support/web.ts';

describe('the way into the web app', () => {
  let web: Web;
  before(async function () {
    this.timeout(60_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('leads to the page that was asked for, after a wrong password too', async () => {
    const page = await web.visit('/inbox');
    await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
    await page.getByLabel('邮箱').fill('broker1@demo.test');
    await page.getByLabel(/^密码/).fill('not the password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('邮箱或密码不正确').waitFor();
    await page.getByLabel(/^密码/).fill('demo-for-the-tests');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '消息', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
    await page.goto('/inbox');
    await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
  });

  it('never leads to another site', async () => {
    for (const next of ['//evil.test/', 'https://evil.test/', '/\\evil.test/']) {
      const page = await web.open('broker2', `/sign-in?next=${encodeURIComponent(next)}`);
      await page.getByRole('navigation', { name: '主菜单' }).waitFor();
      expect(new URL(page.url()).origin).to.equal(web.service.url);
    }
  });

  it('speaks English one click away, and remembers it', async () => {
    const page = await web.visit('/sign-in');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in to Daqiao' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).to.equal('en');
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in to Daqiao' }).waitFor();
  });

  it('serves scripts from files only, under a strict policy', async () => {
    const answer = await fetch(`${web.service.url}/`, { headers: { accept: 'text/html' } });
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).to.match(/default-src 'none'; script-src 'self';/);
    expect(policy).not.to.match(/unsafe/);
    const html = await answer.text();
    expect(html).not.to.match(/<script(?![^>]*\bsrc=)/);
    const asset = /src="(\/assets\/[^"]+)"/.exec(html)![1]!;
    const script = await fetch(web.service.url + asset, { headers: { 'accept-encoding': 'br' } });
    expect(script.headers.get('content-encoding')).to.equal('br');
    expect(script.headers.get('cache-control')).to.match(/immutable/);
    const again = await fetch(`${web.service.url}/`, { headers: { accept: 'text/html' } });
    expect(again.headers.get('content-security-policy')).not.to.equal(policy);
  });

  it('is accessible and fits a phone, in both languages, light and dark', async function () {
    this.timeout(60_000);
    for (const language of ['zh', 'en'] as const) {
      const look = { language, width: 390 };
      for (const page of [
        await web.visit('/sign-in', look),
        await web.visit('/invitation', look),
      ]) {
        await expectGood(await shown(page), `${page.url()} ${language}`);
        await page.context().close();
      }
    }
  });
});
