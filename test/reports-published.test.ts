import { expect } from 'chai';
import {
  anAgreement,
  type ContractPlace,
  codesOf,
  daysAgo,
  done,
  startContracts,
  today,
} from './support/contracts.ts';
import { unzip } from './support/unzip.ts';

const earlier = { from: daysAgo(60), to: daysAgo(31) };
const next = { from: daysAgo(30), to: today() };
const registered = { measure: 'registered', basis: 'registered' } as const;
const millions = (technologyValueFen: number) => ({
  contractValueFen: technologyValueFen,
  technologyValueFen,
  deductions: [],
});

describe('published reports', () => {
  let place: ContractPlace;
  before(async () => {
    place = await startContracts();
  });
  after(() => place.service.close());

  let number = 0;
  async function enter(title: string, registeredAt: string, more: object = {}) {
    number += 1;
    return done(place.bureau, '/agreements', {
      ...anAgreement(place),
      title,
      signedAt: registeredAt,
      registration: { number: `2026${number}`, registeredAt },
      ...more,
    });
  }
  const publish = (body: object) => done(place.bureau, '/reports', body);
  const read = async (id: string) => (await place.bureau.get(`/reports/${id}?verify=true`)).body;

  let first: { id: string; checksum: string };
  const ids: Record<string, string> = {};

  it('freeze the figures, every row and a checksum', async () => {
    ids.stays = (await enter('=cmd|calc!A0', daysAgo(45), millions(100_00))).id;
    ids.changes = (await enter('变更的合同', daysAgo(44), millions(200_00))).id;
    ids.revoked = (await enter('撤销的合同', daysAgo(43), millions(400_00))).id;
    await enter('中介合同', daysAgo(42), {
      ...millions(7_00),
      type: 'service',
      intermediary: true,
    });
    const answer = await place.bureau.post('/reports', {
      ...earlier,
      ...registered,
      groupBy: 'field',
    });
    expect(answer.status).to.equal(201);
    expect(answer.headers.get('location')).to.equal(`/api/v1/reports/${answer.body.id}`);
    first = answer.body;
    expect(first).to.include({ agreements: 3, technologyValueFen: 700_00, edition: 1 });
    expect(first).to.deep.include({
      counts: { rows: 3, excludedRows: 1, adjustments: 0 },
      excluded: [{ reason: 'intermediary', count: 1 }],
      adjustments: [],
    });
    expect(first.checksum).to.match(/^[0-9a-f]{64}$/);
    const { body } = await place.bureau.get(`/reports/${first.id}/rows?limit=2`);
    expect(body.items.map((row: { agreementId: string }) => row.agreementId)).to.deep.equal([
      ids.stays,
      ids.changes,
    ]);
    const rest = await place.bureau.get(
      `/reports/${first.id}/rows?limit=2&cursor=${body.nextCursor}`,
    );
    expect(rest.body).to.include({ nextCursor: null });
    expect(rest.body.items).to.have.length(1);
    const left = await place.bureau.get(`/reports/${first.id}/rows?kind=excludedRows`);
    expect(left.body.items[0].reason).to.equal('intermediary');
  });

  it('never change again', async () => {
    const { id: changed } = await done(place.bureau, `/agreements/${ids.changes}/change`, {
      ...millions(150_00),
      note: '核减',
    });
    expect(changed).to.equal(ids.changes);
    await done(place.bureau, `/agreements/${ids.revoked}/revoke`, { code: 'fake', note: '虚假' });
    ids.late = (await enter('迟报的合同', daysAgo(40), millions(25_00))).id;
    const now = await read(first.id);
    expect(now.verified).to.equal(true);
    const { verified, ...same } = now;
    expect(same).to.deep.equal(first);
  });

  it('carry what changed since as adjustments into the next period', async () => {
    await enter('新期间的合同', daysAgo(10), millions(1_000_00));
    const preview = await place.bureau.get(
      `/reports/summary?from=${next.from}&to=${next.to}&measure=registered&basis=registered&adjustments=true`,
    );
    const second = await publish({ ...next, ...registered });
    expect(second).to.include({ agreements: 1, technologyValueFen: 1_000_00 });
    expect(preview.body.adjustments).to.deep.equal(second.adjustments);
    const lines = second.adjustments.map(
      (one: { agreementId: string; reason: string; technologyValueFen: number }) => [
        one.agreementId,
        one.reason,
        one.technologyValueFen,
      ],
    );
    expect(lines).to.have.deep.members([
      [ids.changes, 'changed', -50_00],
      [ids.revoked, 'revoked', -400_00],
      [ids.late, 'arrived', 25_00],
    ]);
    expect(second.adjustmentTotals).to.include({ technologyValueFen: -425_00, agreements: 0 });
    expect(second.adjustedPeriods).to.have.length(1);
    const recomputed = await place.bureau.get(
      `/reports/summary?from=${earlier.from}&to=${earlier.to}&measure=registered&basis=registered`,
    );
    expect(700_00 + second.adjustmentTotals.technologyValueFen).to.equal(
      recomputed.body.technologyValueFen,
    );
    expect((await read(second.id)).verified).to.equal(true);
  });

  it('carry each change once, and only within one measure, basis and flow', async () => {
    const third = await publish({ from: today(), to: today(), ...registered });
    expect(third.adjustments).to.deep.equal([]);
    const output = await publish({ ...next, ...registered, flow: 'output' });
    expect(output.adjustments).to.deep.equal([]);
  });

  it('of one period again are another edition, and the first stays', async () => {
    const again = await publish({ ...earlier, ...registered });
    expect(again).to.include({ edition: 2, technologyValueFen: 275_00 });
    expect((await read(first.id)).technologyValueFen).to.equal(700_00);
    const { items } = (await place.bureau.get('/reports?measure=registered&sort=from')).body;
    expect(items.map((one: { id: string }) => one.id)).to.include.members([first.id, again.id]);
  });

  it('notice a row that was tampered with in the store', async () => {
    const { chunks } = place.service.ctx.stores.reports;
    const filter = { reportId: first.id, kind: 'rows' as const };
    await chunks.collection.updateOne(filter, { $set: { 'items.0.technologyValueFen': 1 } });
    expect((await read(first.id)).verified).to.equal(false);
    await chunks.collection.updateOne(filter, { $set: { 'items.0.technologyValueFen': 100_00 } });
    expect((await read(first.id)).verified).to.equal(true);
  });

  it('are published once for one Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'publish' };
    const body = { ...earlier, measure: 'brokered', basis: 'signed' };
    const [a, b] = [
      await place.bureau.post('/reports', body, key),
      await place.bureau.post('/reports', body, key),
    ];
    expect(b.body).to.deep.equal(a.body);
    const other = await place.bureau.post('/reports', { ...body, basis: 'paid' }, key);
    expect(other.status).to.equal(422);
  });

  it('go out as CSV that spreadsheets open rightly and that runs nothing', async () => {
    const answer = await fetch(`${place.service.url}/api/v1/reports/${first.id}.csv`, {
      headers: { authorization: `Bearer test-${place.bureau.actor!.id}` },
    });
    expect(answer.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).to.match(/^attachment; filename="report-/);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines).to.have.length(6);
    expect(lines[0]).to.match(/^类别,原因,统计日期,合同登记编号,/);
    expect(lines[1]).to.include(`,"'=cmd|calc!A0",`).and.include(',100.00,100.00,');
    expect(lines[4]).to.match(/^排除,中介合同,/);
  });

  it('go out as a workbook with numbers as numbers and texts as texts', async () => {
    const answer = await fetch(`${place.service.url}/api/v1/reports/${first.id}.xlsx`, {
      headers: { authorization: `Bearer test-${place.bureau.actor!.id}` },
    });
    expect(answer.headers.get('content-type')).to.include('spreadsheetml.sheet');
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    const sheets = [...files.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).to.have.length(4);
    const rows = files.get('xl/worksheets/sheet2.xml')!;
    expect(rows).to.include('<c r="T2" s="2"><v>100</v></c>');
    const texts = [...files.values()].join('');
    expect(texts).not.to.include('<f>');
    expect(texts).to.include('=cmd|calc!A0').and.include(first.checksum);
  });

  it('are the office’s own', async () => {
    const far = place.service.as({ roles: ['bureau'], district: '110108' });
    for (const path of [
      `/reports/${first.id}`,
      `/reports/${first.id}.csv`,
      `/reports/${first.id}.xlsx`,
      `/reports/${first.id}/rows`,
    ]) {
      expect([path, (await far.get(path)).status]).to.deep.equal([path, 404]);
      expect([path, (await place.enterprise.get(path)).status]).to.deep.equal([path, 403]);
    }
    expect((await place.broker.post('/reports', { ...next, ...registered })).status).to.equal(403);
    expect((await far.get('/reports')).body.items).to.deep.equal([]);
  });

  it('tell every wrong field at once', async () => {
    const answer = await place.bureau.post('/reports', {
      from: '2026-02-30',
      measure: 'x',
      colour: 1,
    });
    expect(codesOf(answer.body)).to.deep.equal([
      'basis:required',
      'colour:unknown_field',
      'from:invalid_date',
      'measure:unknown_code',
      'to:required',
    ]);
  });

  it('say nothing of what is still to come', async () => {
    const asked = { measure: 'registered', basis: 'signed' };
    const ahead = { ...asked, from: '2998-01-01', to: '2998-06-30' };
    const period = await place.bureau.post('/reports', ahead);
    expect(codesOf(period.body)).to.deep.equal(['from:in_the_future']);
    const day = { ...asked, from: '2026-01-01', to: '2026-06-30', asOf: '2998-01-01' };
    const asOf = await place.bureau.post('/reports', day);
    expect(codesOf(asOf.body)).to.deep.equal(['asOf:in_the_future']);
  });

  it('leave no rows behind when a publication is broken off', async () => {
    const { reports } = place.service.ctx.stores;
    await reports.freeze('broken-off', 'rows', [{ n: 1 }], new Date(0));
    await reports.dropHeadless(new Date(Date.now() - 1_000), new AbortController().signal);
    expect(await reports.chunks.countDocuments({ reportId: 'broken-off' })).to.equal(0);
    expect((await read(first.id)).verified).to.equal(true);
  });
});
