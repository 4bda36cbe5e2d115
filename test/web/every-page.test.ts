import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { vocabularyNames } from '../../src/vocabulary-names.ts';
import { expectGood, shown, startWeb, type Web } from './support/web.ts';
import { wordsIn } from './support/words.ts';

/** Who opens what besides the places of their menu; `:need` and the like stand for a row of theirs. */
const people: Record<string, string[]> = {
  broker1: [
    '/needs/new',
    '/needs/:need',
    '/needs/:need/compare?with=:capability',
    '/capabilities/:capability',
    '/engagements/:engagement',
    '/agreements/new',
    '/agreements/:agreement',
    '/search?q=压铸',
    '/search?kind=need&q=压铸',
    '/inbox',
    '/account',
  ],
  enterprise1: [
    '/needs/new',
    '/needs/:need',
    '/needs/:need/edit',
    '/capabilities/:capability',
    '/engagements/:engagement',
    '/agreements/:agreement',
    '/inbox',
  ],
  institute1: [
    '/capabilities/new',
    '/capabilities/:capability',
    '/capabilities/:capability/edit',
    '/needs/:need',
    '/engagements/:engagement',
    '/agreements/:agreement',
  ],
  bureau: [
    '/needs/:need',
    '/engagements/:engagement',
    '/agreements/:agreement',
    '/agreements/:agreement/edit',
    '/people/:person',
    '/organizations/new',
    '/organizations/:organization',
    '/organizations/:organization/edit',
    '/imports/:import',
    '/reports/:report',
    '/reports/:report/print',
    '/assignment?heap=accepted',
    '/registration?heap=registered',
    ...[
      'agreements',
      'achievements',
      'solved',
      'funnel',
      'proposals',
      'meetings',
      'load',
      'engagements',
    ].map((of) => `/rows?of=${of}&from=2026-01-01&to=2026-06-30`),
  ],
  admin: [],
};

/** Where a row of each kind is asked for. */
const lists: Record<string, string> = {
  need: '/needs?limit=1&sort=-id&status=engaged',
  capability: '/capabilities?limit=1',
  engagement: '/engagements?limit=1&mine=true',
  agreement: '/agreements?limit=1',
  person: '/users?limit=1',
  organization: '/organizations?limit=1',
  import: '/imports?limit=1',
  report: '/reports?limit=1',
};

/** The settings list every code of the interface by purpose. */
const showsCodes = /^\/settings/;

/** Pages that another test file holds against WCAG, at both widths and in both languages. */
const heldElsewhere = /^\/engagements\/:/;

describe('every page', () => {
  let web: Web;
  const seen = new Set<string>();

  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
    await web.service.settled();
  });
  after(() => web.close());

  for (const [login, others] of Object.entries(people)) {
    it(`of ${login} has its heading, its words and no fault, in both languages and widths`, async function () {
      this.timeout(300_000);
      const page = await web.open(login, '/today');
      const heard = listen(page);
      await shown(page);
      const menu = page.getByRole('navigation', { name: wordsIn('zh').t.shell.menu });
      const places = await menu
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
      const faults: string[] = [];
      for (const address of [...places, ...others]) {
        const path = await filled(page, address);
        if (path === undefined) {
          faults.push(`${address}: there is no such row`);
          continue;
        }
        const tell = (fault: string) => faults.push(`${address} ${fault}`);
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.goto(path);
        await look(page, 'zh 1440', tell);
        const chinese = showsCodes.test(address) ? [] : rawCodes(await wordsOf(page), 'zh');
        for (const fault of chinese) tell(`zh: raw code ${fault}`);
        await page.setViewportSize({ width: 390, height: 844 });
        await look(page, 'zh 390', tell);
        const fresh = !seen.has(address) && !heldElsewhere.test(address);
        seen.add(address);
        if (fresh) await good(page, 'zh 390', tell);

        await page
          .getByRole('button', { name: wordsIn('zh').t.shell.language, exact: true })
          .click();
        await page
          .getByRole('button', { name: wordsIn('en').t.shell.language, exact: true })
          .waitFor();
        await look(page, 'en 390', tell);
        await page.setViewportSize({ width: 1440, height: 900 });
        await look(page, 'en 1440', tell);
        const english = await wordsOf(page);
        for (const fault of untranslated(english, heard.data())) tell(`en: Chinese “${fault}”`);
        const raw = showsCodes.test(address) ? [] : rawCodes(english, 'en');
        for (const fault of raw) tell(`en: raw code ${fault}`);
        if (fresh) await good(page, 'en 1440', tell);
        await page
          .getByRole('button', { name: wordsIn('en').t.shell.language, exact: true })
          .click();
        await page
          .getByRole('button', { name: wordsIn('zh').t.shell.language, exact: true })
          .waitFor();
        for (const fault of heard.refusals()) tell(fault);
      }
      await page.context().close();
      expect(faults).to.deep.equal([]);
    });
  }
});

/** An address with the rows of this person filled in. */
async function filled(page: Page, address: string): Promise<string | undefined> {
  let path = address;
  const own = await (await page.request.get('/api/v1/session')).json();
  const ofOwn = (kind: string) =>
    kind === 'capability' && own.user.roles.includes('institute')
      ? `&organizationId=${own.user.organizationId}`
      : '';
  for (const [, kind] of address.matchAll(/:([a-z]+)/g)) {
    const { items } = await (
      await page.request.get(`/api/v1${lists[kind!]}${ofOwn(kind!)}`)
    ).json();
    if (!items?.[0]) return undefined;
    path = path.replace(`:${kind}`, items[0].id);
  }
  return path;
}

/** What the service said to a page: all of it as one text, and what it refused. */
function listen(page: Page): { data(): string; refusals(): string[] } {
  const texts: string[] = [];
  const refused: string[] = [];
  page.on('response', async (response) => {
    const address = response.url();
    if (!address.includes('/api/v1/') || address.includes('/events')) return;
    // A need without an assignment answers 404, which its page knows.
    if (response.status() >= 400 && response.status() !== 404) {
      refused.push(`${response.status()} for ${address.replace(/^.*\/api/, '/api')}`);
    }
    texts.push(await response.text().catch(() => ''));
  });
  return { data: () => texts.join('\n'), refusals: () => refused.splice(0) };
}

/** Its one heading, nothing that could not be loaded, and nothing that hangs out sideways. */
async function look(page: Page, how: string, tell: (fault: string) => void): Promise<void> {
  try {
    await shown(page);
  } catch (error) {
    tell(`${how}: ${(error as Error).message.split('\n')[0]}`);
    return;
  }
  if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) tell(`${how}: not one h1`);
  const { states } = wordsIn(how.startsWith('zh') ? 'zh' : 'en').t;
  const failed = page.getByRole('alert').filter({ hasText: states.failed });
  if ((await failed.count()) > 0) tell(`${how}: ${(await failed.allTextContents()).join(' | ')}`);
  // A page that was another width a moment ago has to settle first.
  const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
  await page
    .waitForFunction(fits, undefined, { timeout: 1_500 })
    .catch(() => tell(`${how}: hangs over the window's width`));
}

async function good(page: Page, how: string, tell: (fault: string) => void): Promise<void> {
  try {
    await expectGood(page, how);
  } catch (error) {
    const { actual, message } = error as { actual?: unknown; message: string };
    tell(Array.isArray(actual) ? actual.join(' | ') : message);
  } finally {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }
}

/** Everything on a page that is read or heard, without the signs for the other language. */
async function wordsOf(page: Page): Promise<string[]> {
  const found = (await page.evaluate(`(() => {
    const words = document.body.innerText.split('\\n');
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const word = one.getAttribute(name);
        if (word) words.push(word);
      }
    }
    return words;
  })()`)) as string[];
  return found.filter((text) => !['中文', 'English', ''].includes(text.trim()));
}

/** Chinese that is no data of the service, nor an example of what one may write. */
function untranslated(words: string[], data: string): string[] {
  return words.filter((text) =>
    (text.replace(/example: .*/, '').match(/[\u3400-\u9fff]+/g) ?? []).some(
      (run) => !data.includes(run),
    ),
  );
}

const codes = new Set(Object.values(vocabularyNames).flatMap((table) => Object.keys(table)));

/** Words of the wire, such as `wrong_field` or `need.vetted`, and words that were never there. */
function rawCodes(words: string[], language: 'zh' | 'en'): string[] {
  const told = words.flatMap(
    (text) =>
      text
        // Addresses of people and pages are data.
        .replace(/\S+@\S+|https?:\S+|\S+\.(csv|xlsx|txt|ics|pdf|docx|json)\b/g, ' ')
        .match(/\b[a-z]+(?:[._][a-z]+)+\b|\bundefined\b|\bNaN\b|\[object/g)
        ?.map((code) => `${code} in “${text.slice(0, 60)}”`) ?? [],
  );
  // In English a code may be a word with just that meaning.
  return language === 'zh' ? [...told, ...words.filter((text) => codes.has(text.trim()))] : told;
}
