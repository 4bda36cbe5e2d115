import { expect } from 'chai';
import type { Client } from './support/client.ts';
import {
  anAgreement,
  type ContractPlace,
  codesOf,
  daysAgo,
  done,
  startContracts,
  stranger,
  today,
} from './support/contracts.ts';

const period = `from=${daysAgo(30)}&to=${today()}`;
const titles = [
  '耐高温轴承钢',
  '水性涂料树脂',
  '智能分拣机器人',
  '锂电池隔膜涂层',
  '废水深度处理',
  '肿瘤早筛试剂',
  '车路协同终端',
  '海藻饲料添加剂',
  '城市管网监测',
  '航空铝合金铸造',
  '光伏支架优化',
  '量子点显示',
];

describe('report summaries', () => {
  let place: ContractPlace;
  let capabilities: string[];
  before(async () => {
    place = await startContracts();
    capabilities = [];
    for (const title of ['成果甲', '成果乙']) {
      const body = { title, abstract: '一种材料及其制备方法，已在中试线上运行半年。' };
      capabilities.push((await done(place.institute, '/capabilities', body)).id);
    }
    await enterAll();
    await place.service.settled();
  });
  after(() => place.service.close());

  const ids: Record<string, string> = {};
  let used = 0;

  async function record(name: string, more: object = {}) {
    const body = { ...anAgreement(place), title: titles[used++], signedAt: today(), ...more };
    ids[name] = (await done(place.bureau, '/agreements', body)).id;
    return ids[name]!;
  }

  const register = (id: string, registeredAt = today()) =>
    done(place.bureau, `/agreements/${id}/register`, { number: `n${id}`, registeredAt });

  const confirm = async (id: string) => {
    for (const client of [place.enterprise, place.institute]) {
      await done(client, `/agreements/${id}/confirm`);
    }
  };

  /** Each kind of agreement that a report tells apart. */
  async function enterAll() {
    const [a, b] = capabilities as [string, string];
    const { engagementId } = await place.engage();
    const brokered = { engagementId, achievementIds: [a] };
    await confirm(await register(await record('counted', brokered)).then((one) => one.id));
    await confirm(await record('signed', { ...brokered, achievementIds: [a, b] }));
    await register(await record('unconfirmed', brokered));
    await register(await record('district'));
    const early = await record('early', { engagementId, signedAt: daysAgo(9) });
    await confirm(early);
    await register(await record('differs', { engagementId, seller: stranger() }));
    await register(await record('intermediary', { type: 'service', intermediary: true }));
    const revoked = await register(await record('revoked', brokered));
    await done(place.bureau, `/agreements/${revoked.id}/revoke`, { code: 'fake', note: '虚假' });
    used -= 1;
    await record('again', { ...brokered, title: titles[0] });
    await record('old', { signedAt: daysAgo(400) });
    await record('output', { seller: place.buyer, buyer: stranger() });
    for (const [paidAt, amountFen] of [
      [daysAgo(31), 10_000_000],
      [today(), 30_000_000],
    ] as const) {
      await done(place.bureau, `/agreements/${ids.counted}/payments`, { paidAt, amountFen });
    }
  }

  const summary = async (query: string, client: Client = place.bureau) =>
    (await client.get(`/reports/summary?${period}&${query}`)).body;
  const rows = async (query: string) =>
    (await place.bureau.get(`/reports/summary/agreements?${period}&limit=100&${query}`)).body.items;
  const idsOf = (items: { agreementId: string }[]) => items.map((one) => one.agreementId);

  it('count what was brokered, and say why the rest was not', async () => {
    const found = await summary('measure=brokered&basis=signed');
    expect(found).to.include({
      achievements: 2,
      agreements: 2,
      contractValueFen: 200_000_000,
      technologyValueFen: 150_000_000,
      flow: 'absorbed',
    });
    expect(found.excluded).to.deep.equal([
      { reason: 'revoked', count: 1 },
      { reason: 'duplicate', count: 1 },
      { reason: 'intermediary', count: 1 },
      { reason: 'no_engagement', count: 1 },
      { reason: 'parties_differ', count: 1 },
      { reason: 'need_vetted_after_signing', count: 1 },
      { reason: 'not_confirmed', count: 1 },
    ]);
    expect(idsOf(await rows('measure=brokered&basis=signed'))).to.have.members([
      ids.counted,
      ids.signed,
    ]);
    for (const { reason, count } of found.excluded) {
      const left = await rows(`measure=brokered&basis=signed&excluded=${reason}`);
      expect([reason, left.length]).to.deep.equal([reason, count]);
      expect(left[0].reason).to.equal(reason);
    }
  });

  it('count what is registered in the district, by the day of registration', async () => {
    const found = await summary('measure=registered&basis=registered&groupBy=sellerKind');
    expect(found.agreements).to.equal(4);
    expect(found.technologyValueFen).to.equal(300_000_000);
    expect(found.groups.map((one: { key: string }) => one.key)).to.deep.equal([
      'enterprise',
      'institute',
    ]);
    const left = await rows('measure=registered&basis=registered&excluded=not_registered');
    expect(idsOf(left)).to.include.members([ids.signed, ids.early]).and.not.include(ids.old);
  });

  it('count each payment with its share', async () => {
    const found = await summary('measure=brokered&basis=paid');
    expect(found).to.include({
      agreements: 1,
      contractValueFen: 30_000_000,
      technologyValueFen: 22_500_000,
    });
    expect(found.excluded).to.deep.include({ reason: 'not_paid', count: 5 });
    const [row] = await rows('measure=brokered&basis=paid');
    expect(row).to.include({ agreementId: ids.counted, contractValueFen: 30_000_000 });
    expect(row.paymentId).to.be.a('string');
  });

  it('tell what came in from what went out', async () => {
    const out = await rows('measure=registered&basis=signed&flow=output&excluded=not_registered');
    expect(idsOf(out)).to.include(ids.output).and.include(ids.signed);
    const stranger = out.find((row: { agreementId: string }) => row.agreementId === ids.output);
    expect(stranger).not.to.have.property('buyerDistrictAssumed');
    const all = await summary('measure=brokered&basis=signed&flow=all');
    expect(all.agreements).to.equal(2);
  });

  it('see the agreements as they were on an earlier day', async () => {
    const then = await summary(`measure=registered&basis=registered&asOf=${daysAgo(1)}`);
    expect(then).to.include({ agreements: 0, asOf: daysAgo(1) });
    expect(then.excluded).to.deep.equal([{ reason: 'not_registered', count: 1 }]);
  });

  for (const groupBy of [
    'field',
    'type',
    'formerType',
    'industry',
    'buyerKind',
    'flow',
    'region',
    'broker',
    'institute',
    'tier',
    'month',
  ]) {
    it(`add up by ${groupBy}`, async () => {
      const found = await summary(`measure=brokered&basis=signed&groupBy=${groupBy}`);
      const sum = found.groups.reduce(
        (total: number, one: { technologyValueFen: number }) => total + one.technologyValueFen,
        0,
      );
      expect(sum).to.equal(found.technologyValueFen);
    });
  }

  it('page through the rows without losing or repeating one', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const query = `${period}&measure=registered&basis=registered&limit=1${cursor}`;
      const { body } = await place.bureau.get(`/reports/summary/agreements?${query}`);
      seen.push(...idsOf(body.items));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).to.have.length(4);
    expect(new Set(seen).size).to.equal(4);
  });

  it('belong to the office of the district', async () => {
    const query = `/reports/summary?${period}&measure=brokered&basis=signed`;
    for (const client of [place.enterprise, place.institute, place.broker]) {
      expect((await client.get(query)).status).to.equal(403);
      expect((await client.get(query.replace('summary', 'summary/agreements'))).status).to.equal(
        403,
      );
    }
    expect((await place.service.anonymous.get(query)).status).to.equal(401);
    const far = place.service.as({ roles: ['bureau'], district: '110108' });
    expect((await far.get(query)).body).to.include({ agreements: 0, district: '110108' });
    expect((await far.get(query)).body.excluded).to.deep.equal([
      { reason: 'no_engagement', count: 1 },
    ]);
  });

  it('tell every wrong parameter at once', async () => {
    const answer = await place.bureau.get(
      '/reports/summary?from=2026-13-01&to=x&measure=all&basis[$gt]=1&groupBy=colour&extra=1',
    );
    expect(answer.status).to.equal(400);
    expect(codesOf(answer.body)).to.deep.equal([
      'basis:required',
      'basis[$gt]:unknown_field',
      'extra:unknown_field',
      'from:invalid_date',
      'groupBy:unknown_code',
      'measure:unknown_code',
      'to:invalid_date',
    ]);
    const backwards = await place.bureau.get(
      '/reports/summary?from=2026-06-30&to=2026-01-01&measure=brokered&basis=signed',
    );
    expect(codesOf(backwards.body)).to.deep.equal(['to:before_start']);
    const cursor = await place.bureau.get(
      `/reports/summary/agreements?${period}&measure=brokered&basis=signed&cursor=zzz`,
    );
    expect(codesOf(cursor.body)).to.deep.equal(['cursor:invalid_cursor']);
  });

  it('are a table of all rows behind a figure, with nothing in it to be run', async () => {
    const day = daysAgo(90);
    const asked = `from=${day}&to=${day}&measure=registered&basis=signed`;
    for (const title of ['=HYPERLINK("x")导热硅胶片', '低温烧结银浆']) {
      const body = { ...anAgreement(place), title, signedAt: day };
      await register((await done(place.bureau, '/agreements', body)).id, day);
    }
    const table = '/reports/summary/agreements.csv';
    const { body } = await place.bureau.get(`/reports/summary/agreements?${asked}`);
    const answer = await place.bureau.get(`${table}?${asked}`);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).to.match(/^attachment; filename="rows-/);
    const lines = answer.body.trimEnd().split('\r\n');
    expect(lines[0]).to.match(/^类别,原因,统计日期,合同登记编号,项目名称/);
    expect(lines).to.have.length(1 + body.items.length);
    for (const [at, row] of body.items.entries()) {
      expect(lines[at + 1])
        .to.include(row.number)
        .and.include(row.agreementId);
    }
    expect(answer.body).to.include(`"'=HYPERLINK(""x"")导热硅胶片"`);
    const one = await place.bureau.get(`${table}?${asked}&groupBy=field&key=nuclear`);
    expect(one.body.trimEnd().split('\r\n')).to.have.length(1);
    expect((await place.bureau.get(`${table}?${asked}&key=nuclear`)).status).to.equal(400);
    expect((await place.enterprise.get(`${table}?${asked}`)).status).to.equal(403);
    const far = place.service.as({ roles: ['bureau'], district: '110108' });
    const others = await far.get(`/reports/summary/agreements?${asked}`);
    expect(others.body.items).to.eql([]);
  });
});
