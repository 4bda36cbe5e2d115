import { expect } from 'chai';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';

describe('what an institute offers', () => {
  let web: Web;
  before(async function () {
    this.timeout(90_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('is entered, found in the own list, changed against a newer version, and taken off', async function () {
    this.timeout(60_000);
    const page = await shown(await web.open('institute1', '/capabilities', { width: 390 }));
    await page.getByRole('link', { name: '录入成果' }).click();
    await page.getByLabel(/^名称/).fill('超疏水防腐涂层');
    await page.getByLabel(/^简介/).fill('喷涂后盐雾 1000 小时不锈，接触角 160°。');
    await page.getByLabel('关键词').fill('涂层；防腐、盐雾');
    await page.getByLabel('阶段').selectOption({ label: '中试阶段' });
    await page.getByRole('button', { name: '添加知识产权' }).click();
    const right = page.getByRole('group', { name: '知识产权 1' });
    await right.getByLabel('类型').fill('发明专利');
    await page.getByRole('button', { name: '保存' }).click();
    await right.getByLabel('编号').and(right.locator('[aria-invalid="true"]')).waitFor();
    await right.getByLabel('编号').fill('ZL202610000001.X');
    await right.getByLabel('状态').fill('已授权');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '超疏水防腐涂层' }).waitFor();
    await page.getByText('ZL202610000001.X').waitFor();
    const id = new URL(page.url()).pathname.split('/')[2]!;
    const stored = await (await page.request.get(`${api}/capabilities/${id}`)).json();
    expect(stored).to.deep.include({ keywords: ['涂层', '防腐', '盐雾'], stage: 'middle' });

    await page.getByRole('link', { name: '编辑' }).click();
    await page.getByLabel(/^名称/).fill('我们改的名称');
    await page.request.patch(`${api}/capabilities/${id}`, { data: { title: '同事改的名称' } });
    await page.getByRole('button', { name: '保存修改' }).click();
    const dialog = page.getByRole('dialog', { name: '内容已被他人修改' });
    await dialog.getByText('同事改的名称').waitFor();
    await dialog.getByText('我们改的名称').waitFor();
    await dialog.getByRole('button', { name: '放弃我的修改' }).click();
    expect(await page.getByLabel(/^名称/).inputValue()).to.equal('同事改的名称');
    await page.getByLabel('专家').fill('甲；乙');
    await page.getByRole('button', { name: '保存修改' }).click();
    await page.getByRole('heading', { level: 1, name: '同事改的名称' }).waitFor();
    await page.getByText('甲、乙').waitFor();

    await page.getByRole('button', { name: '下架' }).click();
    await page.getByRole('button', { name: '重新发布' }).waitFor();
    await page.goto('/capabilities?status=withdrawn');
    await page.getByRole('link', { name: '同事改的名称' }).waitFor();
  });

  it('is searched by everybody through filters that the service applies', async () => {
    const page = await shown(await web.open('enterprise1', '/capabilities'));
    expect(await page.getByRole('link', { name: '录入成果' }).count()).to.equal(0);
    await page.getByRole('combobox', { name: '技术领域' }).click();
    await page.getByRole('option', { name: '新能源与高效节能' }).click();
    await page.waitForURL(/field=new_energy/);
    const cells = page.getByRole('table').getByRole('row');
    await cells.nth(1).getByText('新能源与高效节能').waitFor();
    await page.getByRole('combobox', { name: '阶段' }).click();
    await page.getByRole('option', { name: '成熟可用' }).click();
    await page.waitForURL(/stage=mature/);
    await page.reload();
    await shown(page);
    expect(await page.getByRole('combobox', { name: '阶段' }).inputValue()).to.equal('成熟可用');
  });

  it('is set against open needs, and a need can be wanted or refused with a code', async function () {
    this.timeout(60_000);
    const firm = await web.open('enterprise6', '/account');
    const made = await firm.request.post(`${api}/needs`, {
      data: {
        title: '针织面料要无氟耐久拒水',
        problem:
          '针织运动面料出口要求无氟，拒水整理洗二十次后就不拒水了，想找耐久的无氟拒水整理工艺。',
      },
    });
    const { id } = await made.json();
    await firm.request.post(`${api}/needs/${id}/submit`);
    const office = await web.open('bureau', '/account');
    await office.request.post(`${api}/needs/${id}/vet`, { data: { decision: 'accepted' } });
    await web.service.settled();
    const page = await shown(await web.open('institute1', '/near-needs'));
    const section = page.getByRole('region', { name: '针织物无氟耐久拒水整理' });
    // How near it is hangs on what else is in the index; weak ones are a click away.
    const want = section.getByRole('button', { name: '我们能做：针织面料要无氟耐久拒水' });
    const more = section.getByRole('button', { name: /^再看/ });
    await want.or(more).first().waitFor();
    if ((await want.count()) === 0) await more.click();
    await want.click();
    await page.getByText('我方：入选').first().waitFor();
    await section.getByRole('button', { name: '不合适：针织面料要无氟耐久拒水' }).click();
    const dialog = page.getByRole('dialog', { name: '不合适' });
    await dialog.getByRole('combobox', { name: /原因/ }).click();
    await page.getByRole('option', { name: '没有余力' }).click();
    await dialog.getByRole('button', { name: '不合适' }).click();
    await page.getByText('我方：不采纳：没有余力').first().waitFor();

    const near = (await (await office.request.get(`${api}/needs/${id}/matches`)).json()).items[0];
    const decision = { decision: 'shortlisted' };
    await office.request.post(`${api}/matches/${near.id}/decision`, { data: decision });
    await page.goto('/interest');
    const chosen = page.getByRole('table', { name: '需求方看中了我们的成果' });
    await chosen.getByRole('link', { name: '针织物无氟耐久拒水整理' }).waitFor();
    await chosen.getByRole('link', { name: '针织面料要无氟耐久拒水' }).click();
    await page.getByRole('heading', { level: 1, name: '针织面料要无氟耐久拒水' }).waitFor();
  });

  it('brings interest: what comes, what is owed and by when, in English too', async () => {
    const page = await shown(await web.open('institute1', '/interest', { language: 'en' }));
    await page.getByRole('columnheader', { name: 'What we owe' }).waitFor();
    await page.getByRole('table').getByRole('link').first().click();
    await page.waitForURL(/\/engagements\//);
  });

  it('is reached by programs with tokens that are shown once and can be revoked', async function () {
    this.timeout(30_000);
    const page = await shown(await web.open('institute2', '/tokens'));
    await page.getByRole('button', { name: '新建令牌' }).click();
    const dialog = page.getByRole('dialog', { name: '新建令牌' });
    await dialog.getByLabel(/^名称/).fill('成果同步');
    await dialog.getByLabel('能力成果的权限').selectOption({ label: '读写' });
    await dialog.getByRole('button', { name: '生成' }).click();
    const token = (await page.getByLabel('令牌内容').textContent())!;
    expect(token).to.match(/^dq_/);
    const asProgram = () =>
      fetch(`${web.service.url}${api}/capabilities`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await asProgram()).status).to.equal(200);
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.reload();
    await shown(page);
    expect(await page.getByText(token).count()).to.equal(0);
    await page.getByRole('button', { name: '吊销 成果同步' }).click();
    const sure = page.getByRole('dialog', { name: '吊销 成果同步' });
    await sure.getByRole('button', { name: '吊销' }).click();
    await page.getByText('还没有令牌').waitFor();
    expect((await asProgram()).status).to.equal(401);
  });
});
