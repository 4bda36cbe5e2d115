import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { addDays, shanghaiDate } from '../../src/calendar/dates.ts';
import { type FormRows, type SentForm, sentForms } from './support/sent-forms.ts';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';

/** What becomes of a request on a bad way, and leaves nothing with the service. */
const lost: Record<string, (route: Route) => Promise<void>> = {
  'a proxy without the service': (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' }),
  'the page of a guest network': (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>' }),
};

describe('on a bad network', () => {
  let web: Web;
  let rows: FormRows;

  before(async function () {
    this.timeout(120_000);
    web = await startWeb({ past: true });
    rows = await rowsFor(web);
  });
  after(() => web.close());

  for (const [name, one] of Object.entries(sentForms)) {
    it(`a ${name} is sent once, whatever happens on the way`, async function () {
      this.timeout(90_000);
      const page = await shown(await web.open(one.login, one.path(rows)));
      const read = async (path: string) => (await page.request.get(api + path)).json();
      const before = await one.count(read, rows);
      const form = await opened(page, one);
      await one.fill(form, page);
      const send = (within = 20_000) =>
        form.getByRole('button', { name: one.send, exact: true }).click({ timeout: within });
      const isKept = async () => {
        if (!one.typed) return;
        const [field, value] = one.typed(form);
        expect(await field.inputValue()).to.equal(value);
      };
      const isTold = () => form.getByRole('alert').getByText('连不上服务器').waitFor();

      if (!one.waits) {
        await page.context().setOffline(true);
        await send();
        await isTold();
        await isKept();
        await page.context().setOffline(false);
      }
      for (const happen of Object.values(lost)) {
        const happened = onceSent(page, one, happen);
        await send();
        await happened;
        await isTold();
        await isKept();
      }

      // The session ends; the same person goes on where they were.
      await page.context().clearCookies();
      // Something beside the form may ask first, and the form is gone before it is sent.
      await send(3_000).catch(() => {});
      await signIn(page, one.login);
      await shown(page);
      await opened(page, one);
      if (one.typed) await form.getByText('已恢复您上次未提交的内容').waitFor();
      else await one.fill(form, page);
      await isKept();

      expect(await one.count(read, rows)).to.equal(before);
      const answered = onceSent(page, one, loseAnswer);
      await send();
      await answered;
      await isTold();
      await isKept();
      await send();
      if (one.sent) await one.sent(page).waitFor();
      else {
        await form
          .getByRole('button', { name: one.send, exact: true })
          .waitFor({ state: 'detached' });
      }
      expect(await one.count(read, rows)).to.equal(before + 1);
      await page.context().close();
    });
  }

  it('a request that nobody answers is given up, and can be repeated', async () => {
    const one = sentForms.contact!;
    const page = await web.open(one.login, '/account');
    await page.clock.install();
    await page.goto(one.path(rows));
    await shown(page);
    const form = await opened(page, one);
    await form.getByLabel('内容').fill('没有回音的电话');
    const asked = onceSent(page, one, async () => {});
    const send = form.getByRole('button', { name: one.send });
    await send.click();
    await asked;
    await page.clock.fastForward(31_000);
    await form.getByRole('alert').getByText('连不上服务器').waitFor();
    expect(await form.getByLabel('内容').inputValue()).to.equal('没有回音的电话');
    await send.click();
    await form.waitFor({ state: 'hidden' });
  });
});

/** Resolves when that has become of the next command of a form. */
function onceSent(page: Page, { to }: SentForm, happen: (route: Route) => Promise<void>) {
  return new Promise<void>((done) => {
    const isTo = ({ pathname }: URL) => pathname.startsWith(api) && to.test(pathname);
    let happened = false;
    void page.route(isTo, async (route) => {
      if (happened || route.request().method() === 'GET') return route.fallback();
      happened = true;
      await happen(route);
      done();
    });
  });
}

async function loseAnswer(route: Route) {
  await route.fetch();
  await route.abort('connectionreset');
}

/** Opens the form of a page, and answers the part of the page that it is. */
async function opened(page: Page, { open, dialog }: SentForm) {
  await open?.(page);
  const form = dialog
    ? page.getByRole('dialog', { name: dialog, exact: true })
    : page.getByRole('main');
  await form.waitFor();
  return form;
}

async function signIn(page: Page, login: string) {
  await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
  await page.getByLabel('邮箱').fill(`${login}@demo.test`);
  await page.getByLabel(/^密码/).fill('demo-for-the-tests');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}

/** An engagement with a visit to come, two contracts of it, and two needs of a firm. */
async function rowsFor(web: Web): Promise<FormRows> {
  const { stores } = web.service.ctx;
  const anyone = { unscoped: 'the engagement that broker1 leads' };
  const led = await stores.needs.find(anyone, { title: '副车架压铸气孔多，焊接就冒泡' });
  const engagement = (await stores.engagements.find(anyone, { needId: led!._id }))!._id;
  const headers = { origin: web.service.url };
  const today = shanghaiDate(new Date());

  const broker = await web.open('broker1', '/account');
  async function post(page: Page, path: string, data: object) {
    const answer = await page.request.post(api + path, { headers, data });
    expect(answer.ok(), await answer.text()).to.equal(true);
    return (await answer.json()).id as string;
  }
  await post(broker, `/engagements/${engagement}/visits`, { plannedAt: addDays(today, 3) });
  const { institute, enterprise } = await (
    await broker.request.get(`${api}/engagements/${engagement}`)
  ).json();
  const contract = {
    engagementId: engagement,
    type: 'development_commissioned',
    seller: { organizationId: institute.id, name: institute.name, nature: '022' },
    buyer: { organizationId: enterprise.id, name: enterprise.name, nature: '150' },
    contractValueFen: 100_000_000,
    deductions: [],
    technologyValueFen: 100_000_000,
    field: 'new_materials',
  };
  const agreement = await post(broker, '/agreements', {
    ...{ ...contract, title: '断网时的合同', signedAt: addDays(today, -2) },
  });
  const unsigned = await post(broker, '/agreements', { ...contract, title: '未签的合同' });
  const owner = await web.open('enterprise1', '/account');
  const need = await post(owner, '/needs', { title: '要撤回的难题', problem: '先写下来。' });
  const submitted = await post(owner, '/needs', {
    ...{ title: '等审核的难题', field: 'new_materials' },
    problem: '压铸件表面有气孔，焊接时冒泡，返修率高，想找改进真空压铸的办法。',
    indicators: [{ name: '气孔率', relation: '<=', value: 1, unit: '%' }],
  });
  await post(owner, `/needs/${submitted}/submit`, {});
  return { engagement, agreement, unsigned, need, submitted };
}
