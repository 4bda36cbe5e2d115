import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { MeasuredPage } from './measured-pages.ts';
import { pageObserver } from './page-observer.ts';

/** What one visit of a page came to, by what was measured; milliseconds, bytes or a number. */
export type Measures = Map<string, number>;

const timeoutMs = 30_000;

/** A browser session of somebody who is signed in. */
export async function signedIn(browser: Browser, url: string, login: string, password: string) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(pageObserver);
  const answer = await context.request.post('/api/v1/session', {
    data: { email: `${login}@demo.test`, password },
  });
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${await answer.text()}`);
  return context;
}

/** One visit: the rows, the next page, a filter, another order, scrolling, and what it all weighs. */
export async function visit(context: BrowserContext, what: MeasuredPage): Promise<Measures> {
  const found: Measures = new Map();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const traffic = await countTraffic(devtools);
  try {
    await page.goto(what.path, { waitUntil: 'commit' });
    found.set('rows shown, ms', await newRows(page, what.row));
    await page.waitForTimeout(300);
    found.set('bytes', traffic.bytes);
    found.set('requests', traffic.requests);
    await weigh(devtools, found);
    await scroll(page, found);
    const next = page.getByRole('button', { name: '下一页' });
    if (what.paged && (await next.count()) > 0 && (await next.isEnabled())) {
      await begin(page, what.row, `document.querySelector('main nav button:last-child').click()`);
      found.set('next page, ms', await newRows(page, what.row));
    }
    const [path] = what.path.split('?');
    for (const [name, query] of [
      ['filter, ms', what.filter],
      ['sort, ms', what.sort],
    ] as const) {
      if (query === undefined) continue;
      await begin(page, what.row, `observed.go('${path}?${query}')`);
      found.set(name, await newRows(page, what.row));
    }
  } catch (error) {
    console.error(`${what.name}: ${(error as Error).message.split('\n')[0]}`);
  }
  await page.close();
  return found;
}

/** Drags the first card of a board over its columns and back to where it was. */
export async function dragCard(context: BrowserContext, what: MeasuredPage): Promise<Measures> {
  const found: Measures = new Map();
  const page = await context.newPage();
  await page.goto(what.path, { waitUntil: 'commit' });
  await newRows(page, what.row);
  const card = (await page.locator(what.row).first().boundingBox())!;
  const [x, y] = [card.x + 20, card.y + card.height + 12];
  await forgetTasks(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 600, y + 120, { steps: 40 });
  await page.mouse.move(x, y, { steps: 40 });
  await page.mouse.up();
  await tellTasks(page, 'drag', found);
  await page.close();
  return found;
}

const begin = (page: Page, row: string, act: string) =>
  page.evaluate(`observed.begin(${JSON.stringify(row)}, () => ${act})`);

const newRows = (page: Page, row: string) =>
  page.evaluate(`observed.newRows(${JSON.stringify(row)}, ${timeoutMs})`) as Promise<number>;

const forgetTasks = (page: Page) => page.evaluate('void (observed.longTasks.length = 0)');

async function tellTasks(page: Page, during: string, found: Measures) {
  await page.waitForTimeout(200);
  const tasks = (await page.evaluate('observed.longTasks')) as number[];
  found.set(`${during}: long tasks`, tasks.length);
  found.set(`${during}: longest, ms`, Math.max(0, ...tasks));
}

async function scroll(page: Page, found: Measures) {
  await page.mouse.move(700, 500);
  await forgetTasks(page);
  for (let turn = 0; turn < 15; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
  }
  await tellTasks(page, 'scroll', found);
}

async function weigh(devtools: CDPSession, found: Measures) {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((one) => one.name === name)!.value;
  found.set('DOM nodes', of('Nodes'));
  found.set('heap, MB', of('JSHeapUsedSize') / 1e6);
}

/** What came over the network since; what the browser had kept costs nothing. */
async function countTraffic(devtools: CDPSession) {
  const traffic = { bytes: 0, requests: 0 };
  const calls = new Set<string>();
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Fetch') calls.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    if (calls.has(requestId)) traffic.requests += 1;
  });
  return traffic;
}
