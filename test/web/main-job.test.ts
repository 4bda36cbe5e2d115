import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { addDays } from '../../src/calendar/dates.ts';
import { shown, startWeb, type Web } from './support/web.ts';
import { goTo, type Words, wordsIn } from './support/words.ts';

/** A firm's trouble that a capability of institute1 answers. */
interface Story {
  language: 'zh' | 'en';
  firm: string;
  title: string;
  problem: string;
  field: 'electronics' | 'new_materials';
  indicator: { name: string; value: string; unit: string };
  capability: string;
}

const stories: Story[] = [
  {
    language: 'zh',
    firm: 'enterprise1',
    title: '吊具进堆场后集装箱定位总是差一大截',
    problem:
      '我们做集装箱吊具，桥吊和龙门吊下面都是钢铁，射频识别标签一贴上金属就读不准，堆场定位误差一米多。想要抗金属标签加多天线定位，连续给出吊具在箱区的位置。',
    field: 'electronics',
    indicator: { name: '定位误差', value: '30', unit: 'cm' },
    capability: '金属环境射频识别与集装箱堆场定位',
  },
  {
    language: 'en',
    firm: 'enterprise21',
    title: '锦氨针织面料要换成无氟拒水整理',
    problem:
      '锦氨弹力针织布出口要求无氟，现在含氟整理剂不能用了，换了几种无氟拒水整理剂，洗涤三十次就不拒水，手感还发硬。希望焙烘温度不超过 150 ℃。',
    field: 'new_materials',
    indicator: { name: '洗涤后拒水等级', value: '4', unit: '级' },
    capability: '针织物无氟耐久拒水整理',
  },
];

for (const story of stories) {
  describe(`the main job, by four people (${story.language})`, () => {
    const words = wordsIn(story.language);
    const { t, word, language } = words;
    const { title } = story;
    const day = (offset: number) =>
      addDays(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), offset);
    let web: Web;
    let firm: Page;
    let bureau: Page;
    let broker: Page;
    let institute: Page;
    const counted: Record<string, number> = {};
    const number = `2026330206-${language}-001`;

    before(async function () {
      this.timeout(120_000);
      web = await startWeb();
      firm = await web.open(story.firm, '/', { language, width: 390 });
      bureau = await web.open('bureau', '/', { language });
      broker = await web.open('broker1', '/', { language });
      institute = await web.open('institute1', '/', { language });
    });
    after(() => web.close());

    const money = (tenThousands: number) =>
      language === 'zh'
        ? `${tenThousands} 万元`
        : `CNY ${(tenThousands * 10_000).toLocaleString('en')}`;
    const named = (page: Page | Locator, name: string) =>
      page.getByRole('link', { name, exact: true }).first();
    const press = (page: Page | Locator, name: string) =>
      page.getByRole('button', { name, exact: true }).click();
    const headed = (page: Page, name: string) =>
      page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    const setDay = async (field: Locator, value: string) => {
      await field.fill(value);
      await field.press('Tab');
    };

    it('begins with the figures of the half-year', async () => {
      Object.assign(counted, await figures(bureau, words));
      expect(counted.registered).to.be.at.least(0);
    });

    it('is a need that the firm posts from a phone', async () => {
      const { form } = t.owners;
      await goTo(firm, words, 'needs');
      await named(firm, t.desk.needs.post).click();
      await headed(firm, form.newTitle);
      const textbox = (name: string) => firm.getByRole('textbox', { name, exact: true });
      await textbox(form.title).fill(title);
      await textbox(form.problem).fill(story.problem);
      await firm
        .getByRole('complementary', { name: form.advice.title })
        .getByText(/\d+ \/ 100/)
        .waitFor();
      await firm
        .getByLabel(form.field, { exact: true })
        .selectOption({ label: word('fields', story.field) });
      await press(firm, form.addIndicator);
      const indicator = firm.getByRole('group', { name: form.indicator(1) });
      await indicator.getByLabel(form.indicatorName).fill(story.indicator.name);
      await indicator.getByLabel(form.relation).selectOption({ label: word('relations', '<=') });
      await indicator.getByLabel(form.value).fill(story.indicator.value);
      await indicator.getByLabel(form.unit).fill(story.indicator.unit);
      await textbox(form.budget).fill('88');
      await firm.getByLabel(word('cooperationModes', 'commissioned'), { exact: true }).check();
      await firm
        .getByLabel(form.whoSees(word('needFields', 'budgetFen')))
        .selectOption({ label: word('layers', 'nda') });
      await firm.getByText(form.who.nda).waitFor();
      await press(firm, form.submit);
      await headed(firm, title);
      await firm.getByText(t.desk.matches.notYet).waitFor();
    });

    it("is vetted in the queue, and matched by itself before everybody's eyes", async () => {
      await goTo(bureau, words, 'vetting');
      const card = bureau.getByRole('listitem', { name: title });
      await card.getByText(story.indicator.name, { exact: true }).waitFor();
      await press(card, t.desk.actions.accept);
      const dialog = bureau.getByRole('dialog', { name: t.desk.actions.acceptTitle });
      await press(dialog, t.desk.actions.accept);
      await card.waitFor({ state: 'detached' });

      // The firm has looked at its need all the while.
      await firm
        .getByRole('list', { name: t.desk.matches.list })
        .getByRole('button', { name: story.capability })
        .waitFor({ timeout: 30_000 });
      await step(firm, words, 'vetted', 'done');
    });

    it('is given to a broker, whom the bureau chooses', async () => {
      const texts = t.desks.assignment;
      await goTo(bureau, words, 'assignment');
      await bureau.getByRole('tab', { name: texts.heaps.proposed, exact: true }).click();
      const row = bureau
        .getByRole('table', { name: texts.heaps.proposed })
        .getByRole('row')
        .filter({ hasText: title });
      await row.waitFor({ timeout: 20_000 });
      if ((await named(row, '经纪人一').count()) === 0) {
        await press(row, texts.reassignNeed(title));
        const dialog = bureau.getByRole('dialog', { name: texts.reassignTitle });
        await dialog.getByRole('radio', { name: '经纪人一', exact: true }).click();
        await press(dialog, texts.ask);
        await dialog.waitFor({ state: 'hidden' });
        await named(row, '经纪人一').waitFor();
      }
    });

    it('is accepted in Today', async () => {
      await goTo(broker, words, 'today');
      const line = broker
        .getByRole('listitem')
        .filter({ hasText: title })
        .filter({ has: broker.getByRole('button', { name: t.desk.today.accept, exact: true }) });
      await press(line, t.desk.today.accept);
      await broker
        .getByRole('listitem')
        .filter({ hasText: title })
        .filter({ hasText: word('agendaKinds', 'first_contact') })
        .waitFor();
      await step(firm, words, 'broker', 'done');
    });

    it('is shortlisted by a key, compared, and brought to the institute', async () => {
      const { matches } = t.desk;
      await named(broker, title).click();
      await headed(broker, title);
      const list = broker.getByRole('list', { name: matches.list });
      await list.getByRole('button', { name: story.capability }).waitFor();
      for (let at = 0; at < 12; at++) {
        await broker.keyboard.press('j');
        const open = list.getByRole('button', { expanded: true });
        await open.waitFor();
        if ((await open.textContent()) === story.capability) break;
      }
      await broker.keyboard.press('s');
      await list.getByRole('button', { name: matches.shortlist, pressed: true }).waitFor();
      await broker.keyboard.press('c');
      await broker.getByText(matches.comparing(1)).waitFor();
      await broker.keyboard.press('j');
      await list
        .getByRole('button', { expanded: true })
        .filter({ hasNotText: story.capability })
        .waitFor();
      await broker.keyboard.press('c');
      await broker.getByText(matches.comparing(2)).waitFor();
      await broker.keyboard.press('v');
      const table = broker.getByRole('table', { name: t.desk.compare.table });
      const column = table.getByRole('columnheader').filter({ hasText: story.capability });
      await press(column, matches.engage);
      const dialog = broker.getByRole('dialog', { name: matches.engageTitle });
      await press(dialog, matches.engage);
      await broker.waitForURL(/\/engagements\//);
      await headed(broker, title);
    });

    it('is moved on the board', async () => {
      const { pipeline } = t.engagements;
      await goTo(broker, words, 'pipeline');
      const stage = word('engagementStages', 'meeting');
      await press(broker, pipeline.moveCard(title));
      await broker.getByRole('menuitem', { name: stage, exact: true }).click();
      const column = broker.getByRole('region', { name: stage, exact: true });
      await named(column, title).waitFor();
      await named(column, title).click();
      await headed(broker, title);
    });

    it('is talked over: a meeting planned, a meeting held, its minutes and a next step', async () => {
      const { forms, timeline } = t.engagements;
      const entries = broker.getByRole('list', { name: timeline.title });
      const dialog = broker.getByRole('dialog', { name: forms.meeting });
      const begin = async (date: string, place: string) => {
        await press(broker, forms.meeting);
        await setDay(dialog.getByRole('textbox', { name: forms.date, exact: true }), date);
        await dialog.getByLabel(forms.place).fill(place);
        await dialog.getByLabel(`${forms.name} 1`).fill('张工');
        await dialog.getByLabel(`${forms.name} 2`).fill('李研究员');
      };
      const save = async () => {
        await press(dialog, forms.save);
        await dialog.waitFor({ state: 'hidden' });
      };
      await begin(day(6), '堆场现场');
      await save();
      await entries
        .getByRole('listitem')
        .filter({ hasText: timeline.planned })
        .getByText('堆场现场')
        .waitFor();

      await begin(day(-1), '企业会议室');
      await dialog.getByLabel(forms.minutes).fill('同意先做一轮小样，院所两周内给方案。');
      await press(dialog, forms.addStep);
      await dialog.getByLabel(`${forms.stepText} 1`).fill('给出小样方案');
      await dialog
        .getByLabel(`${forms.stepOwner} 1`)
        .selectOption({ label: word('engagementSides', 'institute') });
      await setDay(dialog.getByLabel(`${forms.stepDue} 1`), day(10));
      await save();
      await entries.getByText('同意先做一轮小样，院所两周内给方案。').waitFor();
      await entries
        .getByText(/张工.*李研究员/)
        .first()
        .waitFor();
    });

    it('is told to the institute, which does its next step', async () => {
      await goTo(institute, words, 'interest');
      const row = institute.getByRole('row').filter({ hasText: title });
      await row.getByText('给出小样方案').waitFor();
      await named(row, title).click();
      await headed(institute, title);
      const tick = institute.getByRole('checkbox', {
        name: t.engagements.one.tick('给出小样方案'),
      });
      await tick.click();
      await tick.waitFor({ state: 'detached' });
    });

    it('is shown in full once both sides signed an NDA', async () => {
      const { forms, one } = t.engagements;
      await press(broker, forms.more);
      await broker.getByRole('menuitem', { name: forms.ndas }).click();
      const dialog = broker.getByRole('dialog', { name: forms.ndas });
      for (const side of [forms.signedByEnterprise, forms.signedByInstitute]) {
        await setDay(dialog.getByLabel(side), day(-1));
      }
      await press(dialog, forms.save);
      await dialog.waitFor({ state: 'hidden' });
      await institute.getByText(one.ndaSigned, { exact: true }).first().waitFor();
      await named(institute, title).click();
      await institute.getByText(money(88)).first().waitFor();
    });

    it('is agreed: deductions are reckoned while one types, and it is signed', async () => {
      const { form } = t.agreements;
      await press(broker, t.engagements.forms.more);
      await broker.getByRole('menuitem', { name: t.engagements.one.newAgreement }).click();
      await headed(broker, form.newTitle);
      const value = broker.getByRole('group', { name: form.technologyValue }).getByRole('status');
      await broker.getByRole('textbox', { name: form.contractValue, exact: true }).fill('80');
      await value.getByText(money(80)).waitFor();
      await press(broker, form.addDeduction);
      await broker
        .getByLabel(`${form.deductionKind} 1`)
        .selectOption({ label: word('deductionKinds', 'equipment') });
      await broker.getByLabel(`${form.deductionAmount} 1`).fill('12.5');
      await value.getByText(money(67.5)).waitFor();
      await setDay(broker.getByLabel(form.signedAt), day(0));
      await press(broker, form.saveSigned);
      await headed(broker, title);
      await broker
        .getByText(word('agreementStatuses', 'signed'), { exact: true })
        .first()
        .waitFor();
    });

    it('is confirmed by both parties', async () => {
      for (const page of [firm, institute]) {
        await goTo(page, words, 'today');
        const line = page
          .getByRole('listitem')
          .filter({ hasText: word('agendaKinds', 'confirm_agreement') });
        await named(line, title).click();
        await headed(page, title);
        await press(page, t.agreements.actions.confirm);
        const dialog = page.getByRole('dialog', { name: t.agreements.actions.confirm });
        await press(dialog, t.actions.confirm);
        await dialog.waitFor({ state: 'hidden' });
        await page
          .getByRole('button', { name: t.agreements.actions.confirm, exact: true })
          .waitFor({ state: 'detached' });
      }
    });

    it('is registered with its number', async () => {
      const { registration } = t.desks;
      await goTo(bureau, words, 'registration');
      await bureau.getByRole('tab', { name: registration.heaps.signed, exact: true }).click();
      await press(bureau, registration.stepOf.register(title));
      const dialog = bureau.getByRole('dialog', { name: registration.steps.register });
      await dialog.getByRole('textbox', { name: registration.number, exact: true }).fill(number);
      await press(dialog, registration.steps.register);
      await dialog.waitFor({ state: 'hidden' });
      await bureau.getByRole('tab', { name: registration.heaps.registered, exact: true }).click();
      await bureau.getByRole('row').filter({ hasText: title }).getByText(number).waitFor();
      await broker.getByText(number).first().waitFor();
    });

    it('counts in the half-year, brokered and registered, and is among the rows behind', async () => {
      const { figures: texts, rows } = t.bureau;
      await goTo(bureau, words, 'glance');
      for (const measure of ['brokered', 'registered'] as const) {
        await choose(bureau, words, measure);
        const { number: figure, unit } = t.bureau.count.parts.agreements(counted[measure]! + 1);
        await bureau
          .getByRole('region', { name: texts.agreements, exact: true })
          .getByRole('link', { name: `${figure} ${unit}`, exact: true })
          .first()
          .click();
        await headed(bureau, rows.titles.agreements);
        await bureau.getByRole('row').filter({ hasText: number }).waitFor();
        await bureau.goBack();
        await headed(bureau, t.bureau.glance.title);
      }
    });

    it('is published, downloaded and printed', async () => {
      const { publish, published } = t.bureau;
      await press(bureau, publish.open);
      const dialog = bureau.getByRole('dialog', { name: publish.title });
      await press(dialog, publish.confirm);
      await bureau.waitForURL(/\/reports\/[0-9A-Z]+$/);
      await shown(bureau);
      const waiting = bureau.waitForEvent('download');
      await named(bureau, published.xlsx).click();
      const file = await waiting;
      expect(file.suggestedFilename()).to.match(/\.xlsx$/);
      const bytes = await readFile(await file.path());
      expect(bytes.subarray(0, 2).toString()).to.equal('PK');
      await named(bureau, published.print).click();
      await shown(bureau);
      await bureau.getByRole('article').getByRole('cell', { name: title }).waitFor();
      await bureau.getByRole('button', { name: t.actions.print, exact: true }).waitFor();
    });

    it('ends, for the firm, as solved', async () => {
      const { progress } = t.owners;
      await goTo(firm, words, 'needs');
      await named(firm, title).click();
      await headed(firm, title);
      await step(firm, words, 'agreement', 'done');
      await firm.getByText(word('needStatuses', 'contracted'), { exact: true }).first().waitFor();
      await press(firm, progress.close);
      const dialog = firm.getByRole('dialog', { name: progress.close });
      await dialog.getByRole('combobox', { name: t.confirmation.code }).click();
      await firm.getByRole('option', { name: word('closeCodes', 'solved') }).click();
      await press(dialog, progress.close);
      await dialog.waitFor({ state: 'hidden' });
      await firm.getByText(progress.closed.solved).waitFor();
      await step(firm, words, 'solved', 'done');
    });
  });
}

/** Waits until a step of the firm's progress stands like this. */
async function step(
  page: Page,
  { t }: Words,
  name: keyof Words['t']['owners']['progress']['stepNames'],
  state: 'done' | 'now',
): Promise<void> {
  const { progress } = t.owners;
  await page
    .getByRole('list', { name: progress.steps })
    .getByRole('listitem')
    .filter({ hasText: `${progress.stepNames[name]}${progress.stepStates[state]}` })
    .waitFor();
}

async function choose(
  page: Page,
  { t, word }: Words,
  measure: 'brokered' | 'registered',
): Promise<void> {
  const choices = page.getByRole('radiogroup', { name: t.bureau.question.measure, exact: true });
  await choices.getByText(word('measures', measure), { exact: true }).click();
  await choices
    .getByRole('radio', { name: word('measures', measure), checked: true })
    .waitFor({ state: 'attached' });
  await page.waitForURL((url) => url.searchParams.get('measure') === measure);
}

/** How many agreements the half-year counts in either measure. */
async function figures(page: Page, words: Words): Promise<Record<string, number>> {
  const { t } = words;
  const found: Record<string, number> = {};
  await goTo(page, words, 'glance');
  await page.getByRole('heading', { level: 1, name: t.bureau.glance.title }).waitFor();
  for (const measure of ['brokered', 'registered'] as const) {
    await choose(page, words, measure);
    await shown(page);
    const link = page
      .getByRole('region', { name: t.bureau.figures.agreements, exact: true })
      .getByRole('link')
      .first();
    await link.waitFor();
    // Pale figures are those of the question before.
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    found[measure] = Number(((await link.textContent()) ?? '').replace(/[^\d]/g, ''));
  }
  return found;
}
