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

/**
 * `past`: what the demo's past owes (matches, notices) is done before anybody looks; takes a while.
 * `provoked`: what the browser complains of because a test makes it happen.
 */
export async function startWeb(
  options: { demo?: boolean; past?: boolean; provoked?: RegExp } = {},
): Promise<Web> {
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
    const complain = (text: string) => {
      if (!options.provoked?.test(text)) faults.push(`${page.url()}: ${text}`);
    };
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (message) => {
      const text = message.text();
      // A refusal of the service is a page's to show; a broken policy or a thrown error is ours.
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
        complain(text);
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
  const told = [
    ...(await sideways(page)),
    ...(await violations(page, 'light')),
    ...(await violations(page, 'dark', 'colours')),
  ];
  expect(told, what).to.deep.equal([]);
}

/**
 * What a page breaks of WCAG 2.2 A and AA in a colour scheme; of `colours` only their contrast,
 * where all the rest was asked in the other scheme.
 */
export async function violations(
  page: Page,
  colorScheme: 'light' | 'dark',
  rules: 'all' | 'colours' = 'all',
): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Colours that fade would be measured half-way.
  await until(
    page,
    `document.documentElement.dataset.mantineColorScheme === '${colorScheme}' && ${still}`,
  );
  // The pages have no frames, for which the other mode opens another tab each time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules === 'colours') axe.withRules(['color-contrast']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const found = (await axe.analyze()).violations;
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 5)
      .map(
        ({ html, any }) => `${colorScheme}: ${id}: ${html.slice(0, 300)} ${any[0]?.message ?? ''}`,
      ),
  );
}

/** No animation that comes to an end is under way. */
const still = `document.getAnimations().every((one) =>
  one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)`;

/** What hangs out of the window sideways, once the page has settled at its width. */
export async function sideways(page: Page): Promise<string[]> {
  const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
  return (await until(page, fits, 5_000)) ? [] : ((await page.evaluate(hangingOut)) as string[]);
}

/**
 * Whether something becomes true of a page in time. Asked from here: the library's own waiting
 * evaluates text in the page, which the page's Content-Security-Policy forbids.
 */
export async function until(page: Page, truth: string, withinMs = 20_000): Promise<boolean> {
  const end = Date.now() + withinMs;
  for (;;) {
    if (await page.evaluate(`Boolean(${truth})`)) return true;
    if (Date.now() > end) return false;
    await page.waitForTimeout(50);
  }
}

const hangingOut = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = [...document.body.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth)
    .slice(0, 5)
    .map((one) => one.outerHTML.slice(0, 160));
  return [scrollWidth - clientWidth + ' pixels over the width: ' + wide.join(' | ')];
})()`;
