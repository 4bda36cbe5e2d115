// Takes pictures of the pages on the demo district, those of the README or one that is asked for:
// npm run screenshots [-- --login broker1 --path /today --width 390 --scheme dark --language en]
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startDemoService } from './screenshots/demo-service.ts';
import { launchBrowser } from './screenshots/launch-browser.ts';

const { values } = parseArgs({
  options: {
    login: { type: 'string', default: 'broker1' },
    path: { type: 'string' },
    width: { type: 'string', default: '1440' },
    scheme: { type: 'string', default: 'light' },
    language: { type: 'string', default: 'zh' },
    out: { type: 'string' },
    /** Of a service that runs already, with DEMO_PASSWORD in the environment. */
    url: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
});

interface Picture {
  login: string;
  path: string | ((get: Get) => Promise<string>);
  out: string;
  width: number;
}
/** Reads from the API as the person who signed in. */
type Get = (path: string) => Promise<{ items: { needId: string }[]; state?: string }>;

const ofReadme: Picture[] = [
  { login: 'broker1', path: needDesk, out: 'docs/pictures/need-desk.png', width: 1440 },
  { login: 'bureau', path: '/pipeline', out: 'docs/pictures/pipeline.png', width: 1440 },
  {
    login: 'bureau',
    path: '/glance?from=2026-01-01&to=2026-06-30',
    out: 'docs/pictures/glance.png',
    width: 1440,
  },
  { login: 'broker1', path: '/today', out: 'docs/pictures/today-on-a-phone.png', width: 390 },
];

/** The desk of a need that the broker is asked to take, once its matches are there. */
async function needDesk(get: Get): Promise<string> {
  const { items } = await get('/assignments?mine=true&status=proposed');
  const { needId } = items[0]!;
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await get(`/needs/${needId}/matches`)).state === 'ready') break;
    await new Promise((done) => setTimeout(done, 200));
  }
  return `/needs/${needId}`;
}

const width = Number(values.width);
const pictures: Picture[] = values.path
  ? [{ login: values.login, path: values.path, out: values.out ?? 'docs/pictures/page.png', width }]
  : ofReadme;
const password = process.env.DEMO_PASSWORD ?? 'pictures-of-the-demo';
const service = values.url
  ? { url: values.url, close: async () => {} }
  : await startDemoService(password);
const browser = await launchBrowser();
try {
  mkdirSync('docs/pictures', { recursive: true });
  for (const picture of pictures) await take(picture);
} finally {
  await browser.close();
  await service.close();
}

async function take({ login, path, out, width }: Picture) {
  const context = await browser.newContext({
    baseURL: service.url,
    viewport: { width, height: width < 700 ? 844 : 900 },
    colorScheme: values.scheme === 'dark' ? 'dark' : 'light',
    locale: values.language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    deviceScaleFactor: width < 700 ? 2 : 1,
  });
  await context.addInitScript(`localStorage.setItem('daqiao.language', '${values.language}')`);
  const page = await context.newPage();
  page.on('console', (line) => line.type() === 'error' && console.error(line.text()));
  page.on('pageerror', (error) => console.error(error.message));
  if (login !== '') {
    const answer = await page.request.post('/api/v1/session', {
      data: { email: `${login}@demo.test`, password },
    });
    if (!answer.ok()) throw new Error(`${login} cannot sign in: ${await answer.text()}`);
  }
  const get: Get = async (of) => (await page.request.get(`/api/v1${of}`)).json();
  await page.goto(typeof path === 'string' ? path : await path(get));
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The event stream stays open, so the network is never wholly idle.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: out, fullPage: values.full });
  console.log(`${out}: ${login} ${new URL(page.url()).pathname}`);
  await context.close();
}
