import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/screenshots/launch-browser.ts';
import { seedDemo } from '../../../src/demo/seed-demo.ts';
import { type Service, startService } from '../../support/service.ts';

const password = 'demo-for-the-tests';
const project = fileURLToPath(new URL('../../../', import.meta.url));

export interface Look {
  language?: 'zh' | 'en';
  /** CSS pixels; a broker's phone is 390, an office's screen 1,440. */
  width?: number;
}

/** The service with its pages, in a headless Chromium; people sign in as they do at home. */
export interface Web {
  service: Service;
  /** A new session of a demo login such as `broker1`, signed in, at `path`. */
  open(login: string, path: string, look?: Look): Promise<Page>;
  /** A new session of nobody. */
  visit(path: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** `past`: what the demo's past owes (matches, notices) is done before anybody looks; takes a while. */
export async function startWeb(options: { demo?: boolean; past?: boolean } = {}): Promise<Web> {
  if (!existsSync(`${project}dist/web/index.html`)) {
    throw new Error('The pages are not built: npm run build.');
  }
  const service = await startService({ env: { DEMO_PASSWORD: password }, work: false });
  // First the past, then the work: as when the service itself starts.
  if (options.demo !== false) await seedDemo(service.ctx);
  service.ctx.startWork();
  if (options.past) await workOffThePast(service);
  const browser = await launchBrowser();
  const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();
  const faults: string[] = [];

  async function newPage(look: Look, state?: Awaited<ReturnType<BrowserContext['storageState']>>) {
    const { language = 'zh', width = 1440 } = look;
    const context = await browser.newContext({
      baseURL: service.url,
      viewport: { width, height: width < 700 ? 844 : 900 },
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      // So that nothing is measured or clicked half-way through a fade.
      reducedMotion: 'reduce',
      ...(state && { storageState: state }),
    });
    context.setDefaultTimeout(20_000);
    await context.addInitScript(
      `localStorage.getItem('daqiao.language') ?? localStorage.setItem('daqiao.language', '${language}')`,
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      // A refusal of the service is a page's to show; a broken policy or a thrown error is ours.
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
        faults.push(`${page.url()}: ${text}`);
      }
    });
    return page;
  }

  return {
    service,
    visit: async (path, look = {}) => {
      const page = await newPage(look);
      await page.goto(path);
      return page;
    },
    async open(login, path, look = {}) {
      const page = await newPage(look, sessions.get(login));
      if (!sessions.has(login)) {
        const answer = await page.request.post('/api/v1/session', {
          data: { email: `${login}@demo.test`, password },
        });
        expect(answer.status(), `${login} signs in`).to.equal(201);
        sessions.set(login, await page.context().storageState());
      }
      await page.goto(path);
      await page.getByRole('main').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await service.close();
      expect(faults, 'errors in the browser').to.deep.equal([]);
    },
  };
}

/** The reconciler queued it when the work began, as in the demo. */
async function workOffThePast(service: Service): Promise<void> {
  const tries = 8;
  for (let n = 1; ; n += 1) {
    try {
      return await service.settled();
    } catch (error) {
      if (n === tries) throw error;
    }
  }
}

/** Waits until a page has its heading and nothing on it is still loading. */
export async function shown(page: Page): Promise<Page> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const loading = page.getByRole('status', { name: /^(正在加载|Loading)/ });
  while ((await loading.count()) > 0) await loading.first().waitFor({ state: 'hidden' });
  return page;
}

/**
 * Holds a page against WCAG 2.2 A and AA, as far as a program can tell, in light and dark, and that
 * it does not scroll sideways.
 */
export async function expectGood(page: Page, what: string): Promise<void> {
  await expectNoSideways(page, what);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours that fade would be measured half-way.
    await page.waitForTimeout(300);
    const axe = new AxeBuilder({ page });
    // In the dark only the colours are others.
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe.analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 5)
        .map(({ html, any }) => `${id}: ${html.slice(0, 300)} ${any[0]?.message ?? ''}`),
    );
    expect(told, `${what}, ${colorScheme}`).to.deep.equal([]);
  }
}

/** Nothing may hang out of the window sideways. */
async function expectNoSideways(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(over, `${what}: pixels over the window's width`).to.equal(0);
}
