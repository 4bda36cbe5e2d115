import { expect } from 'chai';
import { withCheckCharacter } from '../../src/features/organizations/credit-code.ts';
import { shown, startWeb, type Web } from './support/web.ts';

describe('people, organizations, settings and the audit log', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  const district = '330206';
  const name = '甬江试验轴承有限公司';

  it('enters a firm, its credit code checked as one types, and grades it', async () => {
    const page = await shown(await web.open('bureau', '/organizations'));
    await page.getByRole('link', { name: '新增单位' }).click();
    await page.getByLabel('名称').fill(name);
    const code = page.getByLabel('统一社会信用代码');
    const right = withCheckCharacter(`91${district}MA2TEST77`.replace('S', 'U'));
    await code.fill(right.slice(0, 17));
    await page.getByText('已填 17 / 18 位').waitFor();
    await code.fill(`${right.slice(0, 17)}${right.at(-1) === '0' ? '1' : '0'}`);
    await page.getByText('校验码不符，请逐位核对').waitFor();
    await code.fill(right.toLowerCase());
    await page.getByText('校验通过').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText(right).waitFor();

    await page.getByRole('link', { name: '编辑' }).click();
    await page.getByRole('combobox', { name: '培育层级' }).click();
    await page.getByRole('option', { name: '专精特新中小企业' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    const ladder = page.getByRole('region', { name: '培育层级沿革' });
    await ladder.getByText(/未列入培育 → 专精特新中小企业/).waitFor();
    await page.goto('/organizations');
    await page.getByLabel('单位名称').fill('试验轴承');
    await page.getByRole('rowheader').getByRole('link', { name }).waitFor();
    expect(await page.getByRole('row').count()).to.equal(2);
  });

  it('invites a person of that firm, shows the link once, and they come in with it', async () => {
    const page = await shown(await web.open('bureau', '/people'));
    await page.getByRole('button', { name: '邀请人员' }).click();
    const dialog = page.getByRole('dialog', { name: '邀请人员' });
    await dialog.getByLabel('姓名').fill('方试验');
    await dialog.getByLabel('邮箱').fill('not an address');
    await dialog.getByRole('checkbox', { name: '企业人员' }).check();
    await dialog.getByRole('combobox', { name: '所属单位' }).fill('试验轴承');
    await page.getByRole('option', { name }).click();
    await dialog.getByRole('button', { name: '生成邀请链接' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('邮箱').fill('fang@test.example');
    await dialog.getByRole('button', { name: '生成邀请链接' }).click();
    const done = page.getByRole('dialog', { name: '已登记方试验' });
    const link = await done.getByLabel('一次性链接').inputValue();
    await done.getByText('链接只显示这一次').waitFor();
    await done.getByRole('button', { name: '已保存链接，关闭' }).click();

    const guest = await web.visit(new URL(link).pathname + new URL(link).hash);
    await guest.getByLabel('新密码').fill('a long new password');
    await guest.getByRole('button', { name: '保存' }).click();
    await guest.getByText('密码已设置，请登录').waitFor();

    await page.getByLabel('姓名或邮箱').fill('方试验');
    await page.getByRole('link', { name: '方试验' }).click();
    await page.getByRole('heading', { level: 1, name: '方试验' }).waitFor();
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await page.getByText('已停用', { exact: true }).waitFor();
    await page.getByRole('button', { name: '启用' }).click();
    await page.getByText('正常', { exact: true }).waitFor();
  });

  it('shows both versions when somebody changed the person meanwhile', async () => {
    const first = await shown(await web.open('bureau', '/people?q=fang'));
    await first.getByRole('link', { name: '方试验' }).click();
    await first.getByRole('button', { name: '修改角色与单位' }).click();
    const form = first.getByRole('dialog', { name: '修改角色与单位' });
    await form.getByLabel('姓名').fill('方一');

    const second = await shown(await web.open('admin', new URL(first.url()).pathname));
    await second.getByRole('button', { name: '修改角色与单位' }).click();
    const other = second.getByRole('dialog', { name: '修改角色与单位' });
    await other.getByLabel('姓名').fill('方二');
    await other.getByRole('button', { name: '保存' }).click();
    await second.getByRole('heading', { level: 1, name: '方二' }).waitFor();

    await form.getByRole('button', { name: '保存' }).click();
    const stale = first.getByRole('dialog', { name: '内容已被他人修改' });
    await stale.getByRole('row').filter({ hasText: '方一' }).getByText('方二').waitFor();
    await stale.getByRole('button', { name: '按所选保存' }).click();
    await first.getByRole('heading', { level: 1, name: '方一' }).waitFor();
  });

  it('keeps a broker’s profile: capacity, a conflict, a leave', async () => {
    const page = await shown(await web.open('bureau', '/people?q=broker9%40'));
    await page.getByRole('rowheader').getByRole('link').click();
    const profile = page.getByRole('region', { name: '经纪人档案' });
    await profile.getByText(/在办 \d+ \/ 容量 \d+/).waitFor();
    await profile.getByRole('button', { name: '编辑' }).click();
    const dialog = page.getByRole('dialog', { name: '修改经纪人档案' });
    await dialog.getByLabel('容量').fill('11');
    await dialog.getByRole('combobox', { name: '添加有利益冲突的单位' }).fill('试验轴承');
    await page.getByRole('option', { name }).click();
    await dialog.getByRole('button', { name: '添加休假' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await profile
      .getByText(/容量 11/)
      .first()
      .waitFor();
    await profile.getByRole('link', { name }).waitFor();
    await profile.getByText(/今天休假/).waitFor();
  });

  it('changes a clock and goes back to its default; adds a rule from a day on', async () => {
    const page = await shown(await web.open('bureau', '/settings'));
    const clocks = page.getByRole('region', { name: '期限与周期' });
    await clocks.getByLabel('经纪人答复期限').fill('4');
    await clocks.getByRole('button', { name: '保存' }).click();
    const back = clocks.getByRole('button', { name: '恢复默认：经纪人答复期限' });
    await back.click();
    await back.waitFor({ state: 'hidden' });
    expect(await clocks.getByLabel('经纪人答复期限').inputValue()).to.equal('2');

    const rules = page.getByRole('region', { name: '合同登记规则' });
    await rules.getByRole('button', { name: '添加规则' }).click();
    const dialog = page.getByRole('dialog', { name: '添加规则' });
    await dialog.getByLabel('生效日期').fill('2099-01-01');
    await page.keyboard.press('Tab');
    await dialog.getByLabel('登记期限').fill('10');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const later = rules.getByRole('row').filter({ hasText: '将生效' });
    await later.getByText('10 个工作日').waitFor();
    await rules.getByRole('row').filter({ hasText: '现行' }).getByText('2098年12月31日').waitFor();
    await later.getByRole('button', { name: /^删除/ }).click();
    await later.waitFor({ state: 'hidden' });

    await page.getByLabel('查找代码或名称').fill('小巨人');
    await page.getByRole('row').filter({ hasText: 'little_giant' }).waitFor();
  });

  it('shows a rule beside those that somebody else changed meanwhile, and adds it to them', async () => {
    const page = await shown(await web.open('bureau', '/settings'));
    const rules = page.getByRole('region', { name: '合同登记规则' });
    await rules.getByRole('button', { name: '添加规则' }).click();
    const dialog = page.getByRole('dialog', { name: '添加规则' });
    await dialog.getByLabel('生效日期').fill('2098-01-01');
    await page.keyboard.press('Tab');
    await dialog.getByLabel('登记期限').fill('12');
    const { agreementRules } = await (await page.request.get('/api/v1/settings')).json();
    const theirs = { ...agreementRules.at(-1), effectiveFrom: '2097-01-01' };
    await page.request.patch('/api/v1/settings', {
      data: { agreementRules: [...agreementRules, { ...theirs, registrationWorkingDays: 14 }] },
    });
    await dialog.getByRole('button', { name: '保存' }).click();
    const newest = dialog.getByRole('table', { name: '最新版本' });
    await newest
      .getByRole('row', { name: /2097年1月1日/ })
      .getByText('14 个工作日')
      .waitFor();
    expect(await dialog.getByLabel('登记期限').inputValue()).to.equal('12');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    for (const [day, term] of [
      ['2097年1月1日', '14 个工作日'],
      ['2098年1月1日', '12 个工作日'],
    ] as const) {
      await rules
        .getByRole('row', { name: new RegExp(`^${day}`) })
        .getByText(term)
        .waitFor();
    }
  });

  it('in English: the log tells what was done, narrowed, and leads to a whole history', async () => {
    const page = await shown(await web.open('bureau', '/audit', { language: 'en' }));
    await page.getByRole('combobox', { name: 'About' }).click();
    await page.getByRole('option', { name: 'Organization' }).click();
    const line = page.getByRole('listitem').filter({ hasText: name }).first();
    await line.getByText(/Tier/).waitFor();
    await line.getByText('Specialized firm').waitFor();
    await line.getByRole('link', { name: `History: ${name}` }).click();
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByText('Created', { exact: true }).waitFor();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });
});
