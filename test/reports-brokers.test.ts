import { expect } from 'chai';
import {
  anAgreement,
  type ContractPlace,
  done,
  startContracts,
  today,
} from './support/contracts.ts';
import { allRows, codesAt, demoOffice, expectOfficeOnly, read } from './support/demo-office.ts';

const half = 'from=2026-01-01&to=2026-06-30';
const registered = `${half}&measure=registered&basis=registered`;

// biome-ignore lint/suspicious/noExplicitAny: rows of every kind
type Row = any;
const total = (rows: Row[], of: string) => rows.reduce((sum, row) => sum + row[of], 0);
const middle = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;

describe('the brokers’ table of the demo district', function () {
  this.timeout(60_000);
  const office = demoOffice();

  it('adds up to the summary and the glance', async () => {
    for (const query of [registered, `${half}&measure=brokered&basis=paid`]) {
      const rows = await allRows(office.bureau, `/reports/brokers?${query}`);
      expect(rows).to.have.length(20);
      const table = await read(office.bureau, `/reports/brokers?${query}`);
      const summary = await read(office.bureau, `/reports/summary?${query}`);
      const { current } = await read(office.bureau, `/reports/glance?${query}`);
      expect(table.total.technologyValueFen).to.equal(summary.technologyValueFen);
      expect(table.total.agreements).to.equal(summary.agreements);
      expect(table.total.needsSolved).to.equal(current.figures.needsSolved);
      for (const column of ['technologyValueFen', 'needsSolved', 'proposals', 'meetings', 'load']) {
        const rest = table.withoutBroker[column];
        expect(total(rows, column) + rest, column).to.equal(table.total[column]);
      }
      expect(table.total.meetings).to.be.greaterThan(5);
    }
  });

  it('leads from each number to its rows', async () => {
    const { items } = await read(office.bureau, `/reports/brokers?${registered}&limit=100`);
    for (const row of items) {
      const brokerId = `brokerId=${row.brokerId}`;
      const carried = await allRows(office.bureau, `/assignments?${brokerId}&open=true`);
      expect(carried, 'load').to.have.length(row.load);
      const open = await allRows(office.bureau, `/engagements?${brokerId}&active=true`);
      expect(open, 'engagementsOpen').to.have.length(row.engagementsOpen);
      const proposals = await allRows(
        office.bureau,
        `/reports/brokers/proposals?${half}&${brokerId}`,
        2,
      );
      expect(proposals, 'proposals').to.have.length(row.proposals);
      for (const [answer, column] of [
        ['accepted', 'accepted'],
        ['declined', 'declined'],
        ['expired', 'expired'],
        ['waiting', 'waiting'],
        ['taken_back', 'takenBack'],
      ] as const) {
        const path = `/reports/brokers/proposals?${half}&${brokerId}&answer=${answer}`;
        expect(await allRows(office.bureau, path), column).to.have.length(row[column]);
      }
      const minutes = proposals.flatMap((one: Row) => one.answerMinutes ?? []);
      expect(row.answerMinutes).to.equal(middle(minutes));
      const meetings = await allRows(
        office.bureau,
        `/reports/brokers/meetings?${half}&${brokerId}`,
        2,
      );
      expect(meetings, 'meetings').to.have.length(row.meetings);
      for (const one of meetings) expect(one.need.title).to.be.a('string');
      const behind = `/reports/summary/agreements?${registered}&${brokerId}`;
      const agreements = await allRows(office.bureau, behind);
      expect(agreements).to.have.length(row.agreements);
      expect(total(agreements, 'brokerTechnologyValueFen')).to.equal(row.technologyValueFen);
      const solved = await allRows(office.bureau, `/reports/summary/needs?${half}&${brokerId}`);
      expect(solved).to.have.length(row.needsSolved);
    }
  });

  const paths = [
    `/reports/brokers?${registered}`,
    `/reports/brokers/proposals?${half}&brokerId=b`,
    `/reports/brokers/meetings?${half}&brokerId=b`,
  ];

  it('lists the proposals and meetings of all brokers behind the totals', async () => {
    const { total: sums } = await read(office.bureau, `/reports/brokers?${registered}`);
    const proposals = await allRows(office.bureau, `/reports/brokers/proposals?${half}`, 2);
    expect(proposals).to.have.length(sums.proposals);
    const meetings = await allRows(office.bureau, `/reports/brokers/meetings?${half}`);
    for (const path of paths.slice(1)) {
      const all = await read(office.bureau, path.replace('brokerId=b', 'limit=1'));
      expect(all.total, path).to.equal((path === paths[1] ? proposals : meetings).length);
    }
    expect(meetings).to.have.length(sums.meetings);
    for (const one of [...proposals, ...meetings]) expect(one.brokerName).to.be.a('string');
  });

  it('says what all pages of the rows add up to', async () => {
    const { items } = await read(office.bureau, `/reports/brokers?${registered}&limit=100`);
    for (const row of items.slice(0, 3)) {
      const path = `/reports/summary/agreements?${registered}&brokerId=${row.brokerId}&limit=1`;
      expect((await read(office.bureau, path)).total).to.include({
        agreements: row.agreements,
        brokerTechnologyValueFen: row.technologyValueFen,
      });
    }
    const path = `/reports/summary/agreements?${registered}&limit=1`;
    const summary = await read(office.bureau, `/reports/summary?${registered}`);
    expect((await read(office.bureau, path)).total).to.deep.equal({
      rows: summary.agreements,
      achievements: summary.achievements,
      agreements: summary.agreements,
      contractValueFen: summary.contractValueFen,
      technologyValueFen: summary.technologyValueFen,
    });
    for (const { reason, count } of summary.excluded) {
      expect((await read(office.bureau, `${path}&excluded=${reason}`)).total.rows).to.equal(count);
    }
  });

  it('sorts by every column', async () => {
    const years = 'from=2025-01-01&to=2026-11-23&measure=registered&basis=registered';
    const values = async (sort: string, column: string) =>
      (await read(office.bureau, `/reports/brokers?${years}&limit=100&sort=${sort}`)).items.map(
        (row: Row) => row[column],
      );
    const load = await values('-load', 'load');
    expect(load).to.deep.equal(load.toSorted((a: number, b: number) => b - a));
    const minutes = await values('answerMinutes', 'answerMinutes');
    const known = minutes.filter((one: number | null) => one !== null);
    expect(minutes.slice(0, known.length)).to.deep.equal(known);
    expect(known.length).to.be.greaterThan(2);
  });

  it('belongs to the office of the district', async () => {
    await expectOfficeOnly(office.service, paths);
    const far = office.service.as({ roles: ['bureau'], district: '330281' });
    expect((await read(far, paths[0]!)).items).to.deep.equal([]);
    const { items } = await read(office.bureau, `${paths[0]}&limit=100`);
    for (const { brokerId } of items) {
      for (const path of paths.slice(1)) {
        const { body } = await far.get(path.replace('brokerId=b', `brokerId=${brokerId}`));
        expect(body).to.deep.equal({ items: [], nextCursor: null, total: 0 });
      }
    }
  });

  it('tells every wrong parameter at once', async () => {
    const codes = (path: string) => codesAt(office.bureau, path);
    expect(await codes('/reports/brokers?from=0&sort=colour')).to.eql([
      'basis:required',
      'from:invalid_date',
      'measure:required',
      'sort:unknown_code',
      'to:required',
    ]);
    for (const path of paths) {
      expect(await codes(`${path}&cursor=zzz`)).to.eql(['cursor:invalid_cursor']);
    }
    expect(await codes(`/reports/brokers/proposals?${half}&answer=maybe`)).to.eql([
      'answer:unknown_code',
    ]);
  });
});

describe('a share in an agreement', () => {
  let place: ContractPlace;
  before(async () => {
    place = await startContracts();
  });
  after(() => place.service.close());

  it('gives each broker its part, and the lead the rest', async () => {
    const { engagementId } = await place.engage();
    const { items } = await read(place.bureau, '/brokers?limit=10');
    const engagement = await read(place.broker, `/engagements/${engagementId}`);
    const other = items.find((one: Row) => one.id !== engagement.brokerId).id;
    const answer = await place.broker.patch(
      `/engagements/${engagementId}`,
      { shares: [{ brokerId: other, percent: 33.33 }] },
      { 'if-match': `"${engagement.revision}"` },
    );
    expect(answer.status).to.equal(200);
    await done(place.bureau, '/agreements', {
      ...anAgreement(place),
      ...{ engagementId, signedAt: today() },
      registration: { number: 'n1', registeredAt: today() },
    });
    await place.service.settled();
    const query = `from=${today()}&to=${today()}&measure=registered&basis=registered`;
    const table = await read(place.bureau, `/reports/brokers?${query}`);
    const of = (id: string) => table.items.find((one: Row) => one.brokerId === id);
    expect(of(other)).to.include({ agreements: 1, technologyValueFen: 24_997_500, needsSolved: 0 });
    expect(of(engagement.brokerId)).to.include({
      ...{ agreements: 1, technologyValueFen: 50_002_500, needsSolved: 1 },
      ...{ proposals: 1, accepted: 1, engagementsOpen: 1, load: 1 },
    });
    expect(table.total).to.include({ agreements: 1, technologyValueFen: 75_000_000 });
  });
});
