import type { Locator, Page } from 'playwright-core';
import { addDays, shanghaiDate } from '../../../src/calendar/dates.ts';

/** Rows of the demo that the forms are about. */
export interface FormRows {
  engagement: string;
  agreement: string;
  need: string;
  /** A contract that nobody has signed yet. */
  unsigned: string;
  /** A need that waits for the bureau. */
  submitted: string;
}

// biome-ignore lint/suspicious/noExplicitAny: what the service answers, of whichever resource
type Read = (path: string) => Promise<any>;

/** A form or dialog that sends something, as a person uses it. */
export interface SentForm {
  login: string;
  path(rows: FormRows): string;
  /** What opens it; the page itself is the form if absent. */
  open?(page: Page): Promise<unknown>;
  dialog?: string;
  fill(form: Locator, page: Page): Promise<unknown>;
  /** A field and what was typed in it, by which one sees that it is still there; a picked file is not. */
  typed?(form: Locator): [field: Locator, value: string];
  /** The button that sends it. */
  send: string;
  /** Where it is sent to. */
  to: RegExp;
  /** Where one sees that it went; its button is gone if absent. */
  sent?(page: Page): Locator;
  /** It is sent by itself when the network is back. */
  waits?: true;
  /** How often the service did it. */
  count(read: Read, rows: FormRows): Promise<number>;
}

const day = (offset: number) => addDays(shanghaiDate(new Date()), offset);
const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).click();
async function inMenu(page: Page, name: string) {
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name }).click();
}
async function pickDay(field: Locator, offset: number) {
  await field.fill(day(offset));
  await field.press('Tab');
}

/** A dialog of an engagement that sends something below it. */
const atEngagement = (dialog: string, to: RegExp, open: SentForm['open']) => ({
  login: 'broker1',
  path: ({ engagement }: FormRows) => `/engagements/${engagement}`,
  ...(open && { open }),
  dialog,
  send: '保存',
  to,
});

/** One whose entries are counted by a text that stands in one of them. */
const entry = (
  dialog: string,
  to: RegExp,
  text: string,
  label: string | RegExp,
  { open, fill }: Pick<SentForm, 'open'> & { fill?: SentForm['fill'] },
): SentForm => ({
  ...atEngagement(dialog, to, open),
  fill: async (form, page) => {
    await fill?.(form, page);
    await form.getByLabel(label).fill(text);
  },
  typed: (form) => [form.getByLabel(label), text],
  count: async (read, { engagement }) =>
    JSON.stringify((await read(`/engagements/${engagement}`)).timeline).split(text).length - 1,
});

/** How many of a list's newest have a title. */
const titled = async (read: Read, list: string, wanted: string) =>
  (await read(`${list}?limit=50&sort=-id`)).items.filter(
    ({ title }: { title: string }) => title === wanted,
  ).length;

const entriesOf = async (read: Read, engagement: string, kind: string) =>
  (await read(`/engagements/${engagement}`)).timeline.filter(
    (one: { kind: string }) => one.kind === kind,
  ).length;

export const sentForms: Record<string, SentForm> = {
  need: {
    login: 'enterprise1',
    path: () => '/needs/new',
    fill: async (form) => {
      await form.getByLabel(/^一句话标题/).fill('断网时写的难题');
      await form.getByLabel(/^问题描述/).fill('车间里信号不好。');
    },
    typed: (form) => [form.getByLabel(/^一句话标题/), '断网时写的难题'],
    send: '存为草稿',
    to: /\/needs$/,
    waits: true,
    count: (read) => titled(read, '/needs', '断网时写的难题'),
  },
  capability: {
    login: 'institute1',
    path: () => '/capabilities/new',
    fill: async (form) => {
      await form.getByLabel(/^名称/).fill('断网时录的成果');
      await form.getByLabel(/^简介/).fill('网络时断时续。');
    },
    typed: (form) => [form.getByLabel(/^简介/), '网络时断时续。'],
    send: '保存',
    to: /\/capabilities$/,
    count: (read) => titled(read, '/capabilities', '断网时录的成果'),
  },
  organization: {
    login: 'bureau',
    path: () => '/organizations/new',
    fill: (form) => form.getByLabel('名称').fill('断网试验制造厂'),
    typed: (form) => [form.getByLabel('名称'), '断网试验制造厂'],
    send: '保存',
    to: /\/organizations$/,
    count: async (read) =>
      (await read(`/organizations?q=${encodeURIComponent('断网试验制造厂')}`)).items.length,
  },
  person: {
    login: 'bureau',
    path: () => '/people',
    open: button('邀请人员'),
    dialog: '邀请人员',
    fill: async (form) => {
      await form.getByLabel('姓名').fill('段试验');
      await form.getByLabel('邮箱').fill('duan@test.example');
      await form.getByRole('checkbox', { name: '经纪人' }).check();
    },
    typed: (form) => [form.getByLabel('邮箱'), 'duan@test.example'],
    send: '生成邀请链接',
    to: /\/users$/,
    count: async (read) => (await read('/users?q=duan%40test.example')).items.length,
  },
  contact: entry('记录联系', /\/contacts$/, '断网时打的电话', '内容', { open: button('记录联系') }),
  meeting: entry('录入会谈', /\/meetings$/, '断网时记的纪要', '会谈纪要', {
    open: button('录入会谈'),
    fill: (form) => form.getByLabel('姓名 1').fill('张工'),
  }),
  outcome: entry('登记成效', /\/outcomes$/, '断网时的厂长', '谁陈述的', {
    open: (page) => inMenu(page, '登记成效'),
    fill: (form) => form.getByRole('textbox', { name: /^金额/ }).fill('12'),
  }),
  'series of visits': {
    ...atEngagement('安排回访', /\/visits$/, (page) => inMenu(page, '安排回访')),
    fill: (form) => pickDay(form.getByLabel('回访日期'), 40),
    typed: (form) => [form.getByLabel('回访日期'), day(40)],
    count: async (read, { engagement }) =>
      (await read(`/engagements/${engagement}`)).visits.filter(
        ({ plannedAt }: { plannedAt: string }) => plannedAt === day(40),
      ).length,
  },
  'report of a visit': entry('回访报告', /\/report$/, '断网时看到的产线', '看到什么、谈了什么', {
    open: (page) =>
      page
        .getByRole('button', { name: /^写报告：/ })
        .first()
        .click(),
  }),
  payment: {
    login: 'broker1',
    path: ({ agreement }) => `/agreements/${agreement}`,
    open: button('登记到账'),
    dialog: '登记到账',
    fill: async (form) => {
      await form.getByRole('textbox', { name: /^到账金额/ }).fill('7');
      await form.getByLabel('备注').fill('断网时到的账');
    },
    typed: (form) => [form.getByLabel('备注'), '断网时到的账'],
    send: '保存',
    to: /\/payments$/,
    count: async (read, { agreement }) => (await read(`/agreements/${agreement}`)).payments.length,
  },
  registration: {
    login: 'bureau',
    path: () => '/registration',
    open: (page) =>
      page
        .getByRole('button', { name: /^登记：/ })
        .first()
        .click(),
    dialog: '登记',
    fill: (form) => form.getByLabel('登记编号').fill('2026330206000888'),
    typed: (form) => [form.getByLabel('登记编号'), '2026330206000888'],
    send: '登记',
    to: /\/register$/,
    count: async (read) => (await read('/agreements?number=2026330206000888')).items.length,
  },
  'rule of the settings': {
    login: 'bureau',
    path: () => '/settings',
    open: button('添加规则'),
    dialog: '添加规则',
    fill: async (form) => {
      await pickDay(form.getByLabel('生效日期'), 900);
      await form.getByLabel('登记期限').fill('17');
    },
    typed: (form) => [form.getByLabel('登记期限'), '17'],
    send: '保存',
    to: /\/settings$/,
    count: async (read) =>
      (await read('/settings')).agreementRules.filter(
        ({ registrationWorkingDays }: { registrationWorkingDays: number }) =>
          registrationWorkingDays === 17,
      ).length,
  },
  'broker named for a need': {
    login: 'bureau',
    path: () => '/assignment',
    open: (page) =>
      page
        .getByRole('button', { name: /^改派：/ })
        .first()
        .click(),
    dialog: '指派经纪人',
    fill: async (form, page) => {
      await form.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await form.getByLabel('说明').fill('断网时打过电话');
    },
    typed: (form) => [form.getByLabel('说明'), '断网时打过电话'],
    send: '请他答复',
    to: /\/reassign$/,
    // One fewer waits for the office.
    count: async (read) =>
      -(await read('/assignments?limit=100')).items.filter(
        ({ status }: { status: string }) => status === 'escalated',
      ).length,
  },
  'need taken back': {
    login: 'enterprise1',
    path: ({ need }) => `/needs/${need}`,
    open: button('撤回需求'),
    dialog: '撤回需求',
    fill: (form) => form.getByLabel('说明').fill('断网时改了主意'),
    typed: (form) => [form.getByLabel('说明'), '断网时改了主意'],
    send: '撤回需求',
    to: /\/(withdraw|close)$/,
    count: async (read, { need }) => ((await read(`/needs/${need}`)).status === 'closed' ? 1 : 0),
  },
  NDA: {
    ...atEngagement('登记保密协议', /\/ndas$/, (page) => inMenu(page, '登记保密协议')),
    fill: (form) => pickDay(form.getByLabel('企业签署日期'), -1),
    typed: (form) => [form.getByLabel('企业签署日期'), day(-1)],
    count: async (read, { engagement }) => entriesOf(read, engagement, 'nda'),
  },
  'file of an engagement': {
    ...atEngagement('上传附件', /\/engagements\/\w+\/files$/, (page) => inMenu(page, '上传附件')),
    fill: (form) =>
      form.locator('input[type=file]').setInputFiles({
        ...{ name: '检测报告.txt', mimeType: 'text/plain' },
        buffer: Buffer.from('断网时传的报告'),
      }),
    count: async (read, { engagement }) => entriesOf(read, engagement, 'files'),
  },
  'new agreement': {
    login: 'broker1',
    path: ({ engagement }) => `/agreements/new?engagement=${engagement}`,
    async fill(form, page) {
      await form.getByLabel(/^合同名称/).fill('断网时拟的合同');
      await form.getByRole('combobox', { name: /^技术领域/ }).click();
      await page.getByRole('option', { name: '先进制造' }).click();
      await pickDay(form.getByLabel(/^签订日期/), -2);
      await form.getByRole('textbox', { name: /^合同成交额/ }).fill('88');
    },
    typed: (form) => [form.getByLabel(/^合同名称/), '断网时拟的合同'],
    send: '保存（已签订）',
    to: /\/agreements$/,
    count: (read) => titled(read, '/agreements', '断网时拟的合同'),
  },
  signing: {
    login: 'broker1',
    path: ({ unsigned }) => `/agreements/${unsigned}`,
    open: button('登记签订'),
    dialog: '登记签订',
    fill: (form) => pickDay(form.getByLabel(/^签订日期/), -3),
    typed: (form) => [form.getByLabel(/^签订日期/), day(-3)],
    send: '保存',
    to: /\/sign$/,
    count: async (read, { unsigned }) =>
      (await read(`/agreements/${unsigned}`)).signedAt === day(-3) ? 1 : 0,
  },
  vetting: {
    login: 'bureau',
    path: ({ submitted }) => `/needs/${submitted}`,
    open: button('审核通过'),
    dialog: '审核通过，入库',
    fill: (form) => form.getByLabel('说明').fill('断网时看过现场'),
    typed: (form) => [form.getByLabel('说明'), '断网时看过现场'],
    send: '审核通过',
    to: /\/vet$/,
    count: async (read, { submitted }) =>
      (await read(`/needs/${submitted}`)).status === 'submitted' ? 0 : 1,
  },
  'broker’s profile': {
    login: 'broker1',
    path: () => '/account',
    open: button('编辑'),
    dialog: '修改经纪人档案',
    async fill(form) {
      await form.getByRole('button', { name: '添加休假' }).click();
      await pickDay(form.getByLabel('从', { exact: true }).last(), 400);
    },
    typed: (form) => [form.getByLabel('从', { exact: true }).last(), day(400)],
    send: '保存',
    to: /\/brokers\/\w+$/,
    count: async (read) => {
      const { items } = await read('/brokers?limit=100&sort=id');
      return JSON.stringify(items).split(`"from":"${day(400)}"`).length - 1;
    },
  },
  'settings of the clocks': {
    login: 'bureau',
    path: () => '/settings',
    fill: (form) => form.getByLabel('经纪人答复期限').fill('8'),
    typed: (form) => [form.getByLabel('经纪人答复期限'), '8'],
    send: '保存',
    to: /\/settings$/,
    sent: (page) => page.getByText('已保存', { exact: true }).first(),
    count: async (read) => ((await read('/settings')).acceptWorkingDays === 8 ? 1 : 0),
  },
  'published report': {
    login: 'bureau',
    path: () => '/glance?from=2025-07-01&to=2025-12-31',
    open: button('发布本期报告'),
    dialog: '发布报告',
    fill: async () => {},
    send: '确认发布',
    to: /\/reports$/,
    count: async (read) => (await read('/reports?limit=50')).items.length,
  },
  import: {
    login: 'institute1',
    path: () => '/imports',
    fill: (form) =>
      form.locator('input[type=file]').setInputFiles({
        ...{ name: 'capabilities.csv', mimeType: 'text/csv' },
        buffer: Buffer.from('externalId,title,abstract\nlost-1,断网时导入的成果,网络时断时续。\n'),
      }),
    send: '上传并导入',
    to: /\/imports$/,
    count: async (read) => (await read('/imports?limit=50')).items.length,
  },
};
