import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';
const restored = '已恢复您上次未提交的内容';
const unreachable = '连不上服务器';
const staleTitle = '内容已被他人修改';

/** The next request to an address reaches the service, whose answer is lost on the way back. */
async function loseAnswer(page: Page, address: string) {
  await page.route(
    address,
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
}

/** Closes the tab and opens another one on the same address. */
async function reopen(page: Page): Promise<Page> {
  const { pathname, search } = new URL(page.url());
  await page.close();
  const next = await page.context().newPage();
  await next.goto(pathname + search);
  return shown(next);
}

describe('what was typed', () => {
  let web: Web;
  let engagement: string;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
    const { stores } = web.service.ctx;
    const anyone = { unscoped: 'the engagement that broker1 leads' };
    const need = await stores.needs.find(anyone, { title: '副车架压铸气孔多，焊接就冒泡' });
    engagement = (await stores.engagements.find(anyone, { needId: need!._id }))!._id;
  });
  after(() => web.close());

  const read = async (page: Page, path: string) => (await page.request.get(api + path)).json();
  async function change(page: Page, path: string, data: object) {
    const { revision } = await read(page, path);
    const headers = { 'if-match': `"${revision}"`, origin: web.service.url };
    const answer = await page.request.patch(api + path, { headers, data });
    expect(answer.status(), await answer.text()).to.equal(200);
  }
  async function post(page: Page, path: string, data: object) {
    const headers = { origin: web.service.url };
    const answer = await page.request.post(api + path, { headers, data });
    expect(answer.status(), await answer.text()).to.equal(201);
    return (await answer.json()).id as string;
  }
  /** A draft contract of the engagement, written down through the interface. */
  async function agreementOf(page: Page, title: string) {
    const { institute, enterprise } = await read(page, `/engagements/${engagement}`);
    const party = ({ id, name }: { id: string; name: string }, nature: string) => ({
      ...{ organizationId: id, name, nature },
    });
    return post(page, '/agreements', {
      engagementId: engagement,
      type: 'development_commissioned',
      title,
      seller: party(institute, '022'),
      buyer: party(enterprise, '150'),
      contractValueFen: 100_000_000,
      deductions: [],
      technologyValueFen: 100_000_000,
      field: 'new_materials',
    });
  }

  it('in an agreement knows in a later tab which revision it began with', async () => {
    const page = await web.open('broker1', '/account');
    const id = await agreementOf(page, '原来的合同名称');
    await page.goto(`/agreements/${id}/edit`);
    await page.getByLabel(/^合同名称/).fill('我写的合同名称');
    await page.getByLabel(/^知识产权类别/).fill('发明专利');
    await page.waitForTimeout(400);
    await change(page, `/agreements/${id}`, {
      title: '别人写的合同名称',
      contractValueFen: 200_000_000,
      technologyValueFen: 200_000_000,
    });

    const later = await reopen(page);
    await later.getByText(restored).waitFor();
    expect(await later.getByLabel(/^合同名称/).inputValue()).to.equal('我写的合同名称');
    await later.getByRole('button', { name: '保存', exact: true }).click();
    const stale = later.getByRole('dialog', { name: staleTitle });
    const title = stale.getByRole('row', { name: /合同名称/ });
    await title.getByText('我写的合同名称').waitFor();
    await title.getByText('别人写的合同名称').waitFor();
    // What each side changed is chosen already; where both did, it is one's own.
    const side = (name: string, which: string) => stale.getByLabel(`${name}：${which}`);
    expect(await side('合同名称', '您的版本').isChecked()).to.equal(true);
    expect(await side('合同成交额', '最新版本').isChecked()).to.equal(true);
    expect(await side('知识产权类别', '您的版本').isChecked()).to.equal(true);
    await side('合同名称', '最新版本').check();
    await stale.getByRole('button', { name: '按所选保存' }).click();
    await later.getByRole('heading', { level: 1, name: '别人写的合同名称' }).waitFor();
    expect(await read(later, `/agreements/${id}`)).to.include({
      title: '别人写的合同名称',
      contractValueFen: 200_000_000,
      technologyValueFen: 200_000_000,
      ipType: '发明专利',
    });
    await later.goto(`/agreements/${id}/edit`);
    await shown(later);
    expect(await later.getByText(restored).count()).to.equal(0);
  });

  it('in a capability does so too, and is not asked about its own lost answer', async () => {
    const page = await web.open('institute1', '/account');
    const id = await post(page, '/capabilities', { title: '原来的名称', abstract: '原来的简介。' });
    await page.goto(`/capabilities/${id}/edit`);
    await page.getByLabel(/^简介/).fill('我写的简介。');
    await page.waitForTimeout(400);
    await change(page, `/capabilities/${id}`, { abstract: '同事写的简介。' });
    const later = await reopen(page);
    await later.getByText(restored).waitFor();
    await later.getByRole('button', { name: '保存修改' }).click();
    const stale = later.getByRole('dialog', { name: staleTitle });
    await stale.getByText('同事写的简介。').waitFor();
    await stale.getByRole('button', { name: '按所选保存' }).click();
    await later.getByRole('heading', { level: 1, name: '原来的名称' }).waitFor();
    expect((await read(later, `/capabilities/${id}`)).abstract).to.equal('我写的简介。');

    await later.goto(`/capabilities/${id}/edit`);
    await later.getByLabel(/^名称/).fill('改过的名称');
    await loseAnswer(later, `**${api}/capabilities/${id}`);
    await later.getByRole('button', { name: '保存修改' }).click();
    await later.getByText(unreachable).waitFor();
    await later.getByRole('button', { name: '保存修改' }).click();
    await later.getByRole('heading', { level: 1, name: '改过的名称' }).waitFor();
  });

  it('is created once, though the answer was lost and the tab closed', async () => {
    const page = await shown(await web.open('institute1', '/capabilities/new'));
    await page.getByLabel(/^名称/).fill('只录一次的成果');
    await page.getByLabel(/^简介/).fill('网络断在答复的路上。');
    await loseAnswer(page, `**${api}/capabilities`);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(unreachable).waitFor();
    expect(await page.getByLabel(/^名称/).inputValue()).to.equal('只录一次的成果');
    const later = await reopen(page);
    await later.getByText(restored).waitFor();
    await later.getByRole('button', { name: '保存' }).click();
    await later.getByRole('heading', { level: 1, name: '只录一次的成果' }).waitFor();
    const { items } = await read(later, '/capabilities?limit=5&sort=-id');
    const made = items.filter(({ title }: { title: string }) => title === '只录一次的成果');
    expect(made).to.have.length(1);
  });

  it('in a dialog stays without a network, and is written once when it is back', async () => {
    const page = await shown(await web.open('broker1', `/engagements/${engagement}`));
    const entries = async () =>
      (await read(page, `/engagements/${engagement}`)).timeline.filter(
        ({ note }: { note?: string }) => note === '厂门口打的电话，信号不好。',
      ).length;
    await page.getByRole('button', { name: '记录联系' }).click();
    const dialog = page.getByRole('dialog', { name: '记录联系' });
    const note = dialog.getByLabel('内容');
    await note.fill('厂门口打的电话，信号不好。');
    await page.context().setOffline(true);
    await page.getByText('网络已断开').waitFor();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText(unreachable).waitFor();
    expect(await note.inputValue()).to.equal('厂门口打的电话，信号不好。');
    await page.context().setOffline(false);
    expect(await entries()).to.equal(0);

    await loseAnswer(page, `**${api}/engagements/*/contacts`);
    const lost = page.waitForEvent('requestfailed', (one) => one.url().endsWith('/contacts'));
    await dialog.getByRole('button', { name: '保存' }).click();
    await lost;
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await entries()).to.equal(1);
  });

  it('with a file is written once too: the file is not another one at the second try', async () => {
    const page = await shown(await web.open('broker1', `/engagements/${engagement}`));
    await page.getByRole('button', { name: '录入会谈' }).click();
    const dialog = page.getByRole('dialog', { name: '录入会谈' });
    await dialog.getByLabel('会谈纪要').fill('带附件的纪要');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: '附件' }).click();
    await (await chooser).setFiles({
      name: '纪要.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('纪要全文'),
    });
    await loseAnswer(page, `**${api}/engagements/*/meetings`);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText(unreachable).waitFor();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { timeline } = await read(page, `/engagements/${engagement}`);
    const meetings = timeline.filter(
      ({ minutes }: { minutes?: string }) => minutes === '带附件的纪要',
    );
    expect(meetings).to.have.length(1);
  });

  it('as the reason of a refusal survives a closed tab', async () => {
    const page = await shown(await web.open('enterprise1', '/account'));
    const id = await post(page, '/needs', { title: '要撤回的需求', problem: '先写下来。' });
    await page.goto(`/needs/${id}`);
    await page.getByRole('button', { name: '撤回需求' }).click();
    await page.getByRole('dialog').getByLabel('说明').fill('设备已经换了新的，问题不存在了');
    await page.waitForTimeout(400);
    const later = await reopen(page);
    await later.getByRole('button', { name: '撤回需求' }).click();
    const dialog = later.getByRole('dialog');
    await dialog.getByText(restored).waitFor();
    expect(await dialog.getByLabel('说明').inputValue()).to.equal('设备已经换了新的，问题不存在了');
    await dialog.getByRole('button', { name: '撤回需求' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is gone with the person who signs out, and nobody else’s', async function () {
    this.timeout(60_000);
    const page = await shown(await web.visit('/sign-in?next=%2Fneeds%2Fnew'));
    const enter = async (login: string) => {
      await page.getByLabel('邮箱').fill(`${login}@demo.test`);
      await page.getByLabel(/^密码/).fill('demo-for-the-tests');
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByLabel(/^一句话标题/).waitFor();
    };
    const title = page.getByLabel(/^一句话标题/);
    const kept = () =>
      page.evaluate("Object.keys(localStorage).filter((key) => key.includes('draft')).length");
    await enter('enterprise6');
    await title.fill('写到一半的难题');
    await page.waitForTimeout(400);
    expect(await kept()).to.equal(1);

    // A session that ended is not a person who left: the same one goes on where they were.
    await page.context().clearCookies();
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
    await enter('enterprise6');
    expect(await title.inputValue()).to.equal('写到一半的难题');

    // Somebody else does not get it, whether or not they would know where to look.
    await page.context().clearCookies();
    await page.reload();
    await enter('enterprise7');
    expect(await title.inputValue()).to.equal('');
    expect(await kept()).to.equal(0);

    await title.fill('另一个人的难题');
    await page.waitForTimeout(400);
    const other = await page.context().newPage();
    await other.goto('/needs/new');
    await other.getByText(restored).waitFor();
    await page.getByRole('button', { name: /^账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    const dialog = page.getByRole('dialog', { name: '退出登录' });
    await dialog.getByText('1 份没提交的草稿').waitFor();
    await dialog.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
    // The other tab goes with it, and brings nothing back.
    await other.getByRole('heading', { name: '登录搭桥' }).waitFor();
    expect(await kept()).to.equal(0);
  });
});
