import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

const assets = new Set(
  readdirSync(fileURLToPath(new URL('../../dist/web/assets/', import.meta.url))),
);

/** A file of the next build: the same content under another hash. */
const renamed = (file: string) => file.replace(/\.(js|css)$/, '-next.$1');
const original = (file: string) => file.replace('-next.', '.');
const withNextNames = (text: string) =>
  text.replace(/[\w.-]+\.(?:js|css)/g, (file) => (assets.has(file) ? renamed(file) : file));

type Missing = 'not found' | 'the page as a script';

/** From now on the service has another build, whose files have other names. */
async function deploy(page: Page, missing: Missing): Promise<void> {
  await page.route('**/assets/*', async (route) => {
    const url = route.request().url();
    if (!url.includes('-next.')) {
      return missing === 'not found'
        ? route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    }
    const response = await route.fetch({ url: original(url) });
    await route.fulfill({ response, body: withNextNames(await response.text()) });
  });
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withNextNames(await response.text()) });
  });
}

const isPage = ({ pathname }: URL) =>
  !/^\/(api|assets)\//.test(pathname) && pathname !== '/icon.svg';

describe('a tab that was open before a newer build', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb({ provoked: /dynamically imported module|load module script/ });
  });
  after(() => web.close());

  /** How often the tab loaded a page of its own since. */
  function countLoads(page: Page) {
    const loads: string[] = [];
    page.on('framenavigated', (frame) => loads.push(frame.url()));
    page.on('domcontentloaded', () => loads.push('loaded'));
    return () => loads.filter((one) => one === 'loaded').length;
  }

  for (const missing of ['not found', 'the page as a script'] as const) {
    it(`opens a page whose part is gone (${missing}), and keeps what was typed`, async function () {
      // Every file passes through this process.
      this.timeout(120_000);
      const page = await shown(await web.open('enterprise2', '/needs/new'));
      await page.getByLabel(/^一句话标题/).fill('换版本时写的难题');
      await deploy(page, missing);
      const loads = countLoads(page);
      await page.getByRole('link', { name: /^消息/ }).click();
      await page.getByRole('heading', { name: '消息', level: 1 }).waitFor();
      expect(loads()).to.equal(1);
      await page.goto('/needs/new', { timeout: 60_000 });
      await shown(page);
      expect(await page.getByLabel(/^一句话标题/).inputValue()).to.equal('换版本时写的难题');
    });
  }

  it('changes its language too', async () => {
    const page = await shown(await web.open('enterprise2', '/account'));
    await deploy(page, 'not found');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Account', level: 1 }).waitFor();
  });

  it('is not loaded again and again where that does not help, and says what to do', async () => {
    const page = await shown(await web.open('enterprise2', '/account'));
    await deploy(page, 'not found');
    // The newer pages are announced, yet the older ones come: two builds answer by turns.
    await page.route(isPage, (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.fallback(),
    );
    await page.route('**/assets/*', async (route) =>
      route.request().url().includes('inbox-page') ? route.fallback() : route.continue(),
    );
    const loads = countLoads(page);
    await page.getByRole('link', { name: /^消息/ }).click();
    const fault = page.getByRole('alert').filter({ hasText: '没能加载' });
    await fault.waitFor();
    expect(loads()).to.equal(1);
    await page.unrouteAll();
    await fault.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { name: '消息', level: 1 }).waitFor();
  });

  it('opens a page by itself when the network is back', async () => {
    const page = await shown(await web.open('enterprise2', '/account'));
    await page.context().setOffline(true);
    await page.getByRole('link', { name: /^消息/ }).click();
    const fault = page.getByRole('alert').filter({ hasText: '连不上服务器' });
    await fault.waitFor();
    await fault.getByRole('button', { name: '重试' }).click();
    await fault.waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '消息', level: 1 }).waitFor();
  });

  it('that has nothing to show at all says so', async () => {
    const page = await web.visit('/no-such-place');
    await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload();
    await page.getByText('The pages did not load').waitFor();
  });

  it('gets no page in place of a file, and nothing keeps the refusal', async () => {
    const answer = await fetch(`${web.service.url}/assets/gone-12345678.js`, {
      headers: { accept: 'text/html' },
    });
    expect(answer.status).to.equal(404);
    expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
  });
});
