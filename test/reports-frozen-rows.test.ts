import { expect } from 'chai';
import { createChecksum } from '../src/features/reports/report-checksum.ts';
import { chunkKinds } from '../src/features/reports/report-published.ts';
import { canonicalJson } from '../src/schema/canonical-json.ts';
import { bases, flowSides, flows, groupings, measures } from '../src/vocabulary.ts';
import { done } from './support/contracts.ts';
import { allRows, codesAt, demoOffice, expectOfficeOnly, read } from './support/demo-office.ts';

const past = { from: '2025-01-01', to: '2026-06-30' };
const names = ['achievements', 'agreements', 'contractValueFen', 'technologyValueFen'] as const;
type Figures = Record<(typeof names)[number], number>;
const figuresOf = (of: Figures) => names.map((name) => of[name]);
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const questions = measures.flatMap((measure) =>
  bases.flatMap((basis) => flows.map((flow) => ({ ...past, measure, basis, flow }))),
);

describe('the frozen rows of a publication', function () {
  this.timeout(90_000);
  const office = demoOffice();
  const get = (path: string) => read(office.bureau, path);
  // biome-ignore lint/suspicious/noExplicitAny: answers of the service
  const published = new Map<object, any>();
  before(async () => {
    for (const one of questions) {
      published.set(one, await done(office.bureau, '/reports', { ...one, groupBy: 'field' }));
    }
  });

  for (const groupBy of groupings) {
    it(`add up to every figure by ${groupBy}, and are those that counted live`, async () => {
      let groups = 0;
      for (const [asked, report] of published) {
        const query = new URLSearchParams(asked as Record<string, string>).toString();
        const live = await get(`/reports/summary?${query}&groupBy=${groupBy}`);
        const frozen = await get(`/reports/${report.id}/groups?groupBy=${groupBy}`);
        expect(frozen).to.deep.equal({ groupBy, groups: live.groups });
        if (groupBy === 'field') expect(report.groups).to.deep.equal(live.groups);
        for (const group of live.groups) {
          const part = `groupBy=${groupBy}&key=${encodeURIComponent(group.key)}`;
          const { total } = await get(`/reports/${report.id}/rows?${part}&limit=1`);
          expect(figuresOf(total), `${query} ${part}`).to.deep.equal(figuresOf(group));
          groups += 1;
        }
        const none = await get(`/reports/${report.id}/rows?groupBy=${groupBy}&key=none`);
        expect(none).to.deep.include({ items: [], nextCursor: null });
      }
      expect(groups).to.be.at.least(questions.length);
    });
  }

  it('add up to every flow, from whom to whom', async () => {
    for (const [asked, report] of published) {
      const query = new URLSearchParams(asked as Record<string, string>).toString();
      for (const by of flowSides) {
        for (const flow of (await get(`/reports/flows?${query}&by=${by}`)).flows) {
          const part = new URLSearchParams({ by, seller: flow.seller, buyer: flow.buyer });
          const { total } = await get(`/reports/${report.id}/rows?${part}`);
          expect(figuresOf(total), `${query} ${part}`).to.deep.equal(figuresOf(flow));
        }
      }
    }
  });

  it('add up to what each broker brought about, and to the months of the trend', async () => {
    for (const report of published.values()) {
      for (const broker of report.views.brokers.rows) {
        const { total } = await get(`/reports/${report.id}/rows?brokerId=${broker.brokerId}`);
        expect(total).to.include({
          agreements: broker.agreements,
          brokerTechnologyValueFen: broker.technologyValueFen,
        });
      }
      for (const month of report.views.glance.current.months) {
        const { total } = await get(`/reports/${report.id}/rows?groupBy=month&key=${month.month}`);
        expect(figuresOf(total)).to.deep.equal(figuresOf(month));
      }
    }
  });

  it('come page by page, each once, and all of them are the report', async () => {
    const [asked, report] = [...published].at(-1)!;
    const part = 'groupBy=buyerKind&key=enterprise';
    const rows = await allRows(office.bureau, `/reports/${report.id}/rows?${part}`);
    const { total } = await get(`/reports/${report.id}/rows?${part}`);
    expect(rows).to.have.length(total.rows);
    expect(new Set(rows.map((row) => row.paymentId ?? row.agreementId)).size).to.equal(total.rows);
    expect(sum(rows.map((row) => row.technologyValueFen))).to.equal(total.technologyValueFen);
    for (const row of rows) expect(row.keys.buyerKind).to.equal('enterprise');
    const all = await get(`/reports/${report.id}/rows`);
    expect(figuresOf(all.total), JSON.stringify(asked)).to.deep.equal(figuresOf(report));
    expect(all.total.rows).to.equal(report.counts.rows);
  });

  it('name each achievement once, for the whole and for a group', async () => {
    for (const report of published.values()) {
      const all = await allRows(office.bureau, `/reports/${report.id}/achievements?`, 50);
      expect(all).to.have.length(report.achievements);
      expect(new Set(all.map((one) => one.capabilityId)).size).to.equal(report.achievements);
      for (const group of report.groups) {
        const part = `groupBy=field&key=${group.key}`;
        const { total } = await get(`/reports/${report.id}/achievements?${part}`);
        expect(total).to.equal(group.achievements);
      }
    }
  });

  it('name those left out for each reason', async () => {
    for (const report of published.values()) {
      for (const { reason, count } of report.excluded) {
        const { items, total } = await get(`/reports/${report.id}/rows?excluded=${reason}`);
        expect(total.rows).to.equal(count);
        for (const row of items) expect(row.reason).to.equal(reason);
      }
      const { total } = await get(`/reports/${report.id}/rows?kind=excludedRows`);
      expect(total.rows).to.equal(report.counts.excludedRows);
    }
  });

  it('stay where they were frozen when a firm and its agreements become something else', async () => {
    const asked = questions.find((one) => one.measure === 'registered' && one.flow === 'absorbed')!;
    const report = published.get(asked);
    const shown = async (groupBy: string) => {
      const keys = (await allRows(office.bureau, `/reports/${report.id}/rows?`, 100)).map(
        (row) => row.keys[groupBy] as string,
      );
      return Promise.all(
        [...new Set(keys)].map((key) =>
          get(`/reports/${report.id}/rows?groupBy=${groupBy}&key=${key}`),
        ),
      );
    };
    const before = await shown('tier');
    await office.service.ctx.db
      .collection('agreements')
      .updateMany({}, { $set: { 'buyer.tier': 'high_growth', 'buyer.industry': 'C99' } });
    expect(await shown('tier')).to.deep.equal(before);
  });

  it('are refused a part that is none', async () => {
    const { id } = [...published.values()][0];
    const codes = (part: string) => codesAt(office.bureau, `/reports/${id}/rows?${part}`);
    expect(await codes('key=x')).to.deep.equal(['groupBy:required']);
    expect(await codes('groupBy=colour&key=x')).to.deep.equal(['groupBy:unknown_code']);
    expect(await codes('seller=x')).to.deep.equal(['by:required']);
    expect(await codes('kind=rows&excluded=revoked')).to.deep.equal(['kind:not_expected']);
    expect(await codes('kind=excludedRows&groupBy=field&key=x')).to.deep.equal([
      'key:not_expected',
    ]);
    expect(await codes('cursor=x')).to.deep.equal(['cursor:invalid_cursor']);
    const far = office.service.as({ roles: ['bureau'], district: '110108' });
    for (const part of ['rows', 'achievements', 'groups?groupBy=type']) {
      expect((await far.get(`/reports/${id}/${part}`)).status).to.equal(404);
    }
    const parts = ['rows', 'achievements', 'groups?groupBy=type'];
    await expectOfficeOnly(
      office.service,
      parts.map((part) => `/reports/${id}/${part}`),
    );
  });

  describe('published before rows had keys', () => {
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the service
    let report: any;
    const told = ['field', 'type', 'formerType', 'flow', 'broker', 'month'];
    const parts = new Map<string, Figures>();
    before(async () => {
      const asked = questions.find((one) => one.measure === 'registered' && one.flow === 'all')!;
      report = published.get(asked);
      const rows = await allRows(office.bureau, `/reports/${report.id}/rows?`, 100);
      for (const groupBy of told) {
        for (const { keys } of rows) parts.set(`groupBy=${groupBy}&key=${keys[groupBy]}`, report);
      }
      for (const part of parts.keys()) {
        parts.set(part, (await get(`/reports/${report.id}/rows?${part}`)).total);
      }
      const { db, stores } = office.service.ctx;
      const chunks = db.collection('report_chunks');
      for await (const chunk of chunks.find({ reportId: report.id, kind: 'rows' })) {
        const items = (chunk.items as object[]).map((row) =>
          Object.fromEntries(
            Object.entries(row).filter(([name]) => !['keys', 'sides', 'parts'].includes(name)),
          ),
        );
        await chunks.updateOne({ _id: chunk._id }, { $set: { items } });
      }
      const head = await db.collection('reports').findOne({ _id: report.id });
      const { rowsVersion: _, ...old } = head as unknown as Record<string, unknown>;
      const covered =
        'district from to measure basis flow asOf groupBy edition figures groups excluded ' +
        'adjustedPeriods adjustmentTotals counts publishedBy publishedAt views';
      const checksum = createChecksum(
        Object.fromEntries(covered.split(' ').map((name) => [name, old[name]])),
      );
      for (const kind of chunkKinds) {
        for await (const row of stores.reports.itemsOf(report.id, kind)) checksum.add(row);
      }
      await db.collection('reports').updateOne({ _id: report.id } as never, {
        $unset: { rowsVersion: 1 },
        $set: { checksum: checksum.digest() },
      });
      expect(canonicalJson(old)).not.to.include('rowsVersion');
    });

    it('still verify, and say by what their rows can be told apart', async () => {
      const { verified, narrows } = await get(`/reports/${report.id}?verify=true`);
      expect(verified).to.equal(true);
      expect(narrows).to.deep.equal({
        groupBy: told,
        by: [],
        brokerId: false,
      });
    });

    it('add up where a row tells its group itself', async () => {
      expect(parts.size).to.be.above(told.length);
      for (const [part, total] of parts) {
        const now = await get(`/reports/${report.id}/rows?${part}`);
        expect([part, now.total]).to.deep.equal([part, total]);
      }
    });

    it('refuse what they cannot tell', async () => {
      for (const part of ['groupBy=tier&key=unknown', 'by=kind&seller=institute', 'brokerId=x']) {
        const { status, body } = await office.bureau.get(`/reports/${report.id}/rows?${part}`);
        expect([part, status, body.code]).to.deep.equal([part, 409, 'rows_without_keys']);
      }
      const { status } = await office.bureau.get(`/reports/${report.id}/groups?groupBy=tier`);
      expect(status).to.equal(409);
    });
  });
});
