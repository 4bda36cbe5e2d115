import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { pathsOf } from './support/places.ts';
import { shown, startWeb, until, type Web } from './support/web.ts';
import { wordsIn } from './support/words.ts';

const { t, word } = wordsIn('zh');

/** Where the focus is after a key: what it is called, and whether one sees that it is there. */
interface Stop {
  /** The same number for the same element; 0 for none. */
  id: number;
  name: string;
  seen: boolean;
  /** A field whose parts (day, month, year) are stops of their own. */
  parts: boolean;
}

/** An outline on the element, or on what stands for it, such as a hidden radio's label. */
const readStop = `(() => {
  const state = (window.__stops ??= { ids: new Map(), next: 1 });
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) {
    return { id: 0, name: 'body', seen: true, parts: false };
  }
  if (!state.ids.has(at)) state.ids.set(at, state.next++);
  const outlined = (one) => {
    if (!one || one === document.body) return false;
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 &&
      style.outlineColor !== 'rgba(0, 0, 0, 0)';
  };
  const near = [at, at.parentElement, ...(at.labels ?? []), ...(at.parentElement?.children ?? [])];
  const seen = near.some(outlined);
  const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent;
  return {
    id: state.ids.get(at),
    name: at.tagName.toLowerCase() + ' ' + (name ?? '').trim().slice(0, 50),
    seen,
    parts: at.matches('input[type=date], input[type=time], input[type=datetime-local]'),
  };
})()`;

const stop = (page: Page) => page.evaluate(readStop) as Promise<Stop>;

/** Goes on by Tab until a stop is what is wanted; fails after as many as no page has. */
async function tabTo(page: Page, what: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
  const passed: string[] = [];
  for (let at = 0; at < 250; at++) {
    await page.keyboard.press(key);
    const now = await stop(page);
    if (what.test(now.name)) return now;
    passed.push(now.name);
  }
  throw new Error(`${key} did not come to ${what}, but to: ${passed.slice(0, 60).join(', ')}`);
}

/** Walks a whole page by Tab; what is wrong with the way. */
async function walk(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const stops: Stop[] = [];
  let first: Stop | undefined;
  for (let at = 0; at < 600; at++) {
    await page.keyboard.press('Tab');
    const now = await stop(page);
    if (now.id === 0) continue;
    first ??= now;
    const before = stops.at(-1);
    if (now.id === before?.id) {
      const held = stops.slice(-8).every(({ id }) => id === now.id);
      if (!now.parts || (stops.length > 8 && held)) {
        return [...faults, `the focus stays on ${now.name}`];
      }
    } else if (now.id === first.id && stops.length > 0) {
      const names = stops.map(({ name }) => name);
      if (!names.includes(`a ${t.shell.skip}`)) faults.push('there is no skip link on the way');
      return faults;
    } else if (stops.some(({ id }) => id === now.id)) {
      return [...faults, `the focus goes round before the start: ${now.name}`];
    }
    if (!now.seen) faults.push(`one does not see the focus on ${now.name}`);
    stops.push(now);
  }
  return [...faults, 'the walk does not end'];
}

/** Pages of one row each, that no menu leads to. */
const detailsOf = {
  broker1: [
    '/needs/:need',
    '/needs/:need/compare?with=:capability',
    '/engagements/:engagement',
    '/agreements/:agreement',
  ],
  bureau: [
    '/people/:person',
    '/organizations/:organization',
    '/reports/:report',
    '/reports/:report/print',
  ],
};

describe('by keyboard alone', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
    await web.service.settled();
  });
  after(() => web.close());

  /** How many of them walked through a place; what two found free is free. */
  const walked = new Map<string, number>();
  const headed = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const press = (page: Page, ...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const menuOf = (page: Page) =>
    page.getByRole('navigation', { name: t.shell.menu }).getByRole('link');

  it('the skip link leads over the menu to the content', async () => {
    const page = await shown(await web.open('broker1', '/today'));
    await tabTo(page, new RegExp(t.shell.skip), 'Shift+Tab');
    await press(page, 'Enter');
    expect(await page.evaluate('document.activeElement.id')).to.equal('content');
    await press(page, 'Tab');
    expect(
      await page.evaluate('document.activeElement.closest("main") !== null'),
      'the next stop is in the content',
    ).to.equal(true);
  });

  for (const login of ['broker1', 'enterprise1', 'institute1', 'bureau', 'admin']) {
    it(`every place of ${login}'s menu opens, and can be walked through and left`, async function () {
      this.timeout(240_000);
      const page = await shown(await web.open(login, '/today'));
      const places = await menuOf(page).allTextContents();
      expect(places.length).to.be.above(7);
      const faults: string[] = [];
      for (const place of places) {
        await tabTo(page, new RegExp(`^a ${place}$`));
        await press(page, 'Enter');
        await page
          .getByRole('navigation', { name: t.shell.menu })
          .getByRole('link', { name: place, exact: true })
          .and(page.locator('[aria-current=page]'))
          .waitFor();
        await shown(page);
        const before = walked.get(place) ?? 0;
        if (before >= 2) continue;
        walked.set(place, before + 1);
        for (const fault of await walk(page)) faults.push(`${place}: ${fault}`);
      }
      expect(faults).to.deep.equal([]);
      await page.context().close();
    });
  }

  for (const [login, details] of Object.entries(detailsOf)) {
    it(`the pages of ${login}'s single rows can be walked through`, async function () {
      this.timeout(240_000);
      const page = await shown(await web.open(login, '/today'));
      const faults: string[] = [];
      for (const [address, path] of await pathsOf(page, details)) {
        if (!details.includes(address)) continue;
        expect(path, address).to.not.equal(undefined);
        await page.goto(path!);
        await shown(page);
        for (const fault of await walk(page)) faults.push(`${address}: ${fault}`);
      }
      expect(faults).to.deep.equal([]);
      await page.context().close();
    });
  }

  it('the menu of a phone opens and closes', async () => {
    const page = await shown(await web.open('broker1', '/today', { width: 390 }));
    await tabTo(page, new RegExp(t.shell.openMenu));
    await press(page, 'Enter');
    await tabTo(page, new RegExp(`^a ${t.shell.nav.calendar}$`));
    await press(page, 'Enter');
    await headed(page, t.engagements.calendar.title);
    await page.getByRole('button', { name: t.shell.openMenu }).waitFor();
    await page.context().close();
  });

  it('a dialog keeps the focus, and gives it back', async () => {
    const page = await shown(await web.open('broker1', '/vetting'));
    const before = await tabTo(page, new RegExp(`^button ${t.desk.actions.refuse}$`));
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: t.desk.actions.refuseTitle });
    await dialog.waitFor();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let at = 0; at < 8; at++) {
        await press(page, key);
        expect(
          await page.evaluate('document.activeElement.closest("[role=dialog]") !== null'),
          `${key} stays in the dialog`,
        ).to.equal(true);
      }
    }
    await press(page, 'Escape');
    await dialog.waitFor({ state: 'hidden' });
    await until(page, 'document.activeElement !== document.body');
    expect((await stop(page)).name).to.equal(before.name);
    await page.context().close();
  });

  it('a need is refused with a code and a note', async () => {
    const page = await shown(await web.open('bureau', '/vetting'));
    const cards = page.getByRole('list', { name: t.desk.vetting.list }).getByRole('listitem');
    const title = (await page.getByRole('heading', { level: 2 }).first().textContent())!;
    await tabTo(page, new RegExp(`^button ${t.desk.actions.refuse}$`));
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: t.desk.actions.refuseTitle });
    await dialog.getByRole('combobox', { name: t.confirmation.code }).waitFor();
    await tabTo(page, new RegExp(t.confirmation.code));
    await press(page, 'ArrowDown');
    await page.getByRole('option').first().waitFor();
    await press(page, 'ArrowDown', 'Enter', 'Tab');
    await page.keyboard.type('请写明用在哪里');
    await tabTo(page, new RegExp(`^button ${t.desk.actions.refuse}$`));
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'hidden' });
    await cards.filter({ hasText: title }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('a card moves over the board', async () => {
    const page = await shown(await web.open('broker1', '/pipeline'));
    const move = await tabTo(page, new RegExp(`^button ${t.engagements.pipeline.moveTo}`));
    const title = move.name.replace(/^button \S+ /, '');
    await press(page, 'Enter');
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    const to = (await items.first().textContent())!;
    // The menu takes the focus a moment after it is drawn; a key before that is still the button's.
    await until(page, 'document.activeElement.closest("[role=menu]")');
    await press(page, 'ArrowDown');
    if ((await stop(page)).name !== `button ${to}`) await press(page, 'Home');
    expect((await stop(page)).name).to.equal(`button ${to}`);
    await press(page, 'Enter');
    const column = page.getByRole('region', { name: to, exact: true });
    await column.getByRole('link', { name: title }).waitFor();
    await page
      .getByRole('alert')
      .filter({ hasText: t.engagements.pipeline.moved(to) })
      .waitFor();
    // Where it may go next is known once the column has been read again.
    await column.getByRole('button', { name: t.engagements.pipeline.moveCard(title) }).waitFor();
    expect((await stop(page)).name, 'the focus goes along').to.equal(`a ${title}`);
    await press(page, 'Tab');
    expect((await stop(page)).name).to.equal(move.name);
    await page.context().close();
  });

  it('tabs, choices and views are changed by arrows', async () => {
    const page = await shown(await web.open('bureau', '/assignment'));
    await tabTo(page, new RegExp(`^button ${t.desks.assignment.heaps.escalated}`));
    await press(page, 'ArrowRight', 'Enter');
    await page
      .getByRole('tab', { name: t.desks.assignment.heaps.proposed, selected: true })
      .waitFor();
    await page.goto('/glance');
    await shown(page);
    await tabTo(page, new RegExp(`^input ${word('measures', 'registered')}$`));
    await press(page, 'ArrowLeft');
    await page.waitForURL(/measure=brokered/);
    await page.goto('/calendar');
    await shown(page);
    await tabTo(page, new RegExp(`^input ${t.engagements.calendar.views.month}$`));
    await press(page, 'ArrowRight');
    await page.waitForURL(/view=week/);
    await page.context().close();
  });

  it('one searches, and opens what was found', async () => {
    await web.service.settled();
    const page = await shown(await web.open('broker1', '/search'));
    await tabTo(page, new RegExp(t.desk.search.box));
    await page.keyboard.type('压铸 气孔');
    await press(page, 'Enter');
    const found = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
    await found
      .or(page.getByRole('main').getByRole('listitem').getByRole('link'))
      .first()
      .waitFor();
    const name = (await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link')
      .first()
      .textContent())!;
    await tabTo(page, new RegExp(`^a ${name.trim().slice(0, 12)}`));
    await press(page, 'Enter');
    await headed(page, name.trim());
    await page.context().close();
  });
});
