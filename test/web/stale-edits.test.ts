import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';

/** A form that two people change at once: one in the page, the other through the API. */
interface Edited {
  login: string;
  /** Where the form is, and the row that it changes. */
  path: string;
  row: string;
  open(page: Page): Promise<Locator>;
  /** Changes one field; answers what both versions call it, and what this one says. */
  mine(form: Locator): Promise<[field: string | RegExp, said: string | RegExp]>;
  theirs: Record<string, unknown>;
  /** What the newest version says of that field, and of another that only they changed. */
  said: string | RegExp;
  also: [field: string | RegExp, said: string | RegExp];
  /** What both come to: mine of what both changed, theirs of the rest. */
  kept: Record<string, unknown>;
}

describe('an edit of something that somebody else changed meanwhile', () => {
  let web: Web;
  const forms = {} as Record<string, Edited>;

  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
    Object.assign(forms, await editedForms(web));
  });
  after(() => web.close());

  for (const name of ['organization', 'broker’s profile', 'clocks', 'engagement']) {
    it(`shows both versions of ${name}, and keeps of each what is chosen`, async () => {
      const one = forms[name]!;
      const page = await shown(await web.open(one.login, one.path));
      const form = await one.open(page);
      const [field, said] = await one.mine(form);
      const changed = await page.request.patch(api + one.row, { data: one.theirs });
      expect(changed.status(), await changed.text()).to.equal(200);

      await form.getByRole('button', { name: '保存', exact: true }).click();
      const stale = page.getByRole('dialog', { name: '内容已被他人修改' });
      const both = stale.getByRole('row', { name: field });
      await both.getByText(said).first().waitFor();
      await both.getByText(one.said).first().waitFor();
      const [otherField, otherSaid] = one.also;
      await stale.getByRole('row', { name: otherField }).getByText(otherSaid).first().waitFor();
      await stale.getByRole('button', { name: '按所选保存' }).click();
      await stale.waitFor({ state: 'hidden' });
      await page
        .getByText(/^已(保存|记录)$/)
        .first()
        .waitFor();
      const saved = await (await page.request.get(api + one.row)).json();
      expect(saved).to.deep.include(one.kept);
    });
  }
});

async function editedForms(web: Web): Promise<Record<string, Edited>> {
  const { stores } = web.service.ctx;
  const anyone = { unscoped: 'rows of the demo that a test changes' };
  const firm = (await stores.organizations.find(anyone, { kind: 'enterprise' }))!;
  const need = (await stores.needs.find(anyone, { title: '副车架压铸气孔多，焊接就冒泡' }))!;
  const engagement = (await stores.engagements.find(anyone, { needId: need._id }))!;
  const office = await web.open('bureau', '/account');
  const read = async (path: string) => (await office.request.get(api + path)).json();
  const profiles = (await read('/brokers?limit=100&sort=id')).items;
  const led = engagement.brokerId;
  const [first, second] = profiles.filter((one: { userId: string }) => one.userId !== led);
  const dialog = async (page: Page, title: string) => {
    const found = page.getByRole('dialog', { name: title });
    await found.waitFor();
    return found;
  };
  return {
    organization: {
      login: 'bureau',
      path: `/organizations/${firm._id}/edit`,
      row: `/organizations/${firm._id}`,
      open: async (page) => page.getByRole('main'),
      async mine(form) {
        await form.getByLabel('名称').fill('我改名的厂');
        return [/名称/, '我改名的厂'];
      },
      theirs: { name: '别人改名的厂', industry: 'C3670' },
      said: '别人改名的厂',
      also: [/行业代码/, 'C3670'],
      kept: { name: '我改名的厂', industry: 'C3670' },
    },
    'broker’s profile': {
      login: 'bureau',
      path: `/people/${first.userId}`,
      row: `/brokers/${first.id}`,
      async open(page) {
        const profile = page.getByRole('region', { name: '经纪人档案' });
        await profile.getByRole('button', { name: '编辑' }).click();
        return dialog(page, '修改经纪人档案');
      },
      async mine(form) {
        await form.getByLabel('容量').fill('31');
        return [/容量/, '31'];
      },
      theirs: { capacity: 29, fields: ['aerospace'] },
      said: '29',
      also: [/领域/, '航空航天'],
      kept: { capacity: 31, fields: ['aerospace'] },
    },
    clocks: {
      login: 'bureau',
      path: '/settings',
      row: '/settings',
      open: async (page) => page.getByRole('region', { name: '期限与周期' }),
      async mine(form) {
        await form.getByLabel('经纪人答复期限').fill('7');
        return [/经纪人答复期限/, '7'];
      },
      theirs: { acceptWorkingDays: 6, vetWorkingDays: 9 },
      said: '6',
      also: [/需求审核期限/, '9'],
      kept: { acceptWorkingDays: 7, vetWorkingDays: 9 },
    },
    engagement: {
      login: 'broker1',
      path: `/engagements/${engagement._id}`,
      row: `/engagements/${engagement._id}`,
      async open(page) {
        await page.getByRole('button', { name: '更多操作' }).click();
        await page.getByRole('menuitem', { name: '调整成果与分成' }).click();
        return dialog(page, '调整成果与分成');
      },
      async mine(form) {
        await form.getByRole('button', { name: '添加分成' }).click();
        await form.getByRole('combobox', { name: '分成经纪人 1' }).fill(first.name);
        await form.page().getByRole('option', { name: first.name, exact: true }).click();
        await form.getByLabel('百分比 1').fill('12');
        return [/分成/, `${first.name} 12%`];
      },
      theirs: { shares: [{ brokerId: second.userId, percent: 15 }], capabilityId: null },
      said: `${second.name} 15%`,
      also: [/能力成果/, '无'],
      kept: { shares: [{ brokerId: first.userId, percent: 12 }] },
    },
  };
}
