// Measures the pages in a browser: a district of 10,000 rows beside the demo's hundred, page by page.
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { copyDistrict } from './bench/copied-district.ts';
import { measuredPages } from './bench/measured-pages.ts';
import { dragCard, type Measures, signedIn, visit } from './bench/page-measures.ts';
import { openServices, type Services, startProduct } from './bench/product.ts';
import { median } from './bench/ratios.ts';
import { launchBrowser } from './screenshots/launch-browser.ts';

const [asked = '5', only = ''] = process.argv.slice(2);
const rounds = Number(asked);
const password = 'pages-of-the-bench';
const demo = { DEMO: 'true', DEMO_PASSWORD: password, RECONCILE_SECONDS: '86400' };
const sizes = {
  organizations: 3_000,
  needs: 10_000,
  capabilities: 10_000,
  assignments: 10_000,
  match_lists: 10_000,
  engagements: 2_000,
  agreements: 10_000,
  notifications: 20_000,
  audit: 50_000,
};
/** Engagements of one broker. */
const held = 200;

async function startDistrict(services: Services, isFull: boolean) {
  const small = await startProduct(services, demo);
  await quiet(small.url);
  if (!isFull) return small;
  await small.close();
  await fill(services.mongoUri);
  const full = await startProduct(services, demo);
  await quiet(full.url);
  return full;
}

async function fill(uri: string) {
  const db = await mongoose.createConnection(uri).asPromise();
  const idOf = async (login: string) =>
    (await db.collection('users').findOne({ email: `${login}@demo.test` }))!._id as never as string;
  const [broker, other] = [await idOf('broker1'), await idOf('broker2')];
  const own = await db.collection('engagements').countDocuments({ brokerId: broker });
  await copyDistrict(
    db,
    sizes,
    (copy): Record<string, string> => (own * (copy + 1) > held ? { [broker]: other } : {}),
  );
  await db.close();
}

/** No job waits or runs. */
async function quiet(url: string) {
  for (let still = 0; still < 3; ) {
    await wait(500);
    const text = await (await fetch(`${url}/metrics`)).text();
    const jobs = [...text.matchAll(/^daqiao_queue_jobs\{.*state="(?:waiting|active)".*\} (\d+)/gm)];
    still = jobs.every(([, count]) => count === '0') ? still + 1 : 0;
  }
}

function print(name: string, full: readonly Measures[], small: readonly Measures[]) {
  console.log(`\n${name}`);
  const names = new Set(full.flatMap((one) => [...one.keys()]));
  for (const what of names) {
    const of = (some: readonly Measures[]) => some.flatMap((one) => one.get(what) ?? []);
    const [ours, theirs] = [median(of(full)), median(of(small))];
    const ratios = full.flatMap((one, at) => {
      const [a, b] = [one.get(what), small[at]!.get(what)];
      return a === undefined || !b ? [] : [a / b];
    });
    const ratio = ratios.length > 0 ? median(ratios).toFixed(2) : '–';
    const values = `${ours.toFixed(0)} / ${Number.isNaN(theirs) ? '–' : theirs.toFixed(0)}`;
    console.log(`  ${what.padEnd(22)} ${ratio.padStart(6)}   ${values}`);
  }
}

const both = [await openServices(), await openServices()] as const;
const browser = await launchBrowser();
const started: { close(): Promise<void> }[] = [];
try {
  const urls: string[] = [];
  for (const [at, services] of both.entries()) {
    const product = await startDistrict(services, at === 0);
    started.push(product);
    urls.push(product.url);
  }
  for (const page of measuredPages.filter(({ name }) => name.includes(only))) {
    const sides = await Promise.all(
      urls.map((url) => signedIn(browser, url, page.login, password)),
    );
    const found: [Measures[], Measures[]] = [[], []];
    // The first round fills the browser's cache and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [at, context] of sides.entries()) {
        const one = await visit(context, page);
        const dragged = page.name.startsWith('board') ? await dragCard(context, page) : new Map();
        if (round > 0) found[at]!.push(new Map([...one, ...dragged]));
      }
    }
    print(page.name, ...found);
    await Promise.all(sides.map((context) => context.close()));
  }
} finally {
  await browser.close();
  for (const product of started) await product.close();
  for (const services of both) await services.close();
}
