import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { allRows, codesAt, demoOffice, expectOfficeOnly, read } from './support/demo-office.ts';

const half = 'from=2026-01-01&to=2026-06-30';
const registered = `${half}&measure=registered&basis=registered`;

// biome-ignore lint/suspicious/noExplicitAny: rows of every kind
const total = (rows: any[], of: string) => rows.reduce((sum, row) => sum + row[of], 0);

describe('half a year at a glance', function () {
  this.timeout(60_000);
  const office = demoOffice();

  it('shows the demo’s figures against the half-year before', async () => {
    const glance = await read(office.bureau, `/reports/glance?${registered}`);
    expect(glance.current).to.deep.include({ from: '2026-01-01', to: '2026-06-30' });
    expect(glance.current.figures).to.include({
      achievements: 28,
      agreements: 30,
      technologyValueFen: 211_100_000_000,
    });
    expect(glance.before).to.deep.include({ from: '2025-07-01', to: '2025-12-31' });
    const before = await read(
      office.bureau,
      '/reports/summary?from=2025-07-01&to=2025-12-31&measure=registered&basis=registered',
    );
    expect(glance.before.figures.technologyValueFen).to.equal(before.technologyValueFen);
    expect(glance.change.achievements).to.equal(28 - before.achievements);
    expect(glance.changePermille.achievements).to.be.greaterThan(0);
    expect(glance.current.months).to.have.length(6);
    expect(total(glance.current.months, 'technologyValueFen')).to.equal(211_100_000_000);
    expect(glance.current.figures.needsSolved).to.be.greaterThan(5);
    expect(glance).to.include({ measure: 'registered', flow: 'absorbed', asOf: '2026-11-23' });
  });

  it('leads from each figure to its rows', async () => {
    const { figures, months } = (await read(office.bureau, `/reports/glance?${registered}`))
      .current;
    const rows = await allRows(office.bureau, `/reports/summary/agreements?${registered}`);
    expect(rows).to.have.length(figures.agreements);
    expect(total(rows, 'technologyValueFen')).to.equal(figures.technologyValueFen);
    const achievements = await allRows(
      office.bureau,
      `/reports/summary/achievements?${registered}`,
    );
    expect(achievements).to.have.length(figures.achievements);
    for (const one of achievements) {
      expect(one.title).to.be.a('string');
      expect(one.institute.name).to.be.a('string');
      expect(one.agreementTitle).not.to.equal('');
    }
    const solved = await allRows(office.bureau, `/reports/summary/needs?${half}`, 2);
    expect(solved).to.have.length(figures.needsSolved);
    for (const one of solved) expect(one.organization.name).to.be.a('string');
    const march = months.find(({ month }: { month: string }) => month === '2026-03');
    const inMarch = await read(
      office.bureau,
      `/reports/summary/agreements?${registered}&groupBy=month&key=2026-03&limit=100`,
    );
    expect(inMarch.items).to.have.length(march.agreements);
    const needs = await read(
      office.bureau,
      '/reports/summary/needs?from=2026-03-01&to=2026-03-31&limit=100',
    );
    expect(needs.items).to.have.length(march.needsSolved);
  });

  it('leads from each group to its rows and achievements', async () => {
    for (const groupBy of ['field', 'type', 'broker', 'region', 'tier']) {
      const { groups } = await read(
        office.bureau,
        `/reports/summary?${registered}&groupBy=${groupBy}`,
      );
      expect(groups.length).to.be.greaterThan(1);
      for (const group of groups) {
        const query = `${registered}&groupBy=${groupBy}&key=${encodeURIComponent(group.key)}`;
        const rows = await allRows(office.bureau, `/reports/summary/agreements?${query}`, 100);
        expect(rows).to.have.length(group.agreements);
        expect(total(rows, 'contractValueFen')).to.equal(group.contractValueFen);
        const brought = await allRows(office.bureau, `/reports/summary/achievements?${query}`, 100);
        expect(brought).to.have.length(group.achievements);
        if (groupBy === 'broker' && group.key !== 'unknown') {
          expect(group.label).to.be.a('string');
        }
      }
    }
  });

  it('gives the same rows in small pages as in one table, of every basis and reason', async () => {
    const year = 'from=2025-07-01&to=2026-11-30';
    const lists = ['signed', 'registered', 'paid'].flatMap((basis) =>
      ['', '&flow=all', '&asOf=2026-04-15', '&excluded=not_registered', '&excluded=not_paid'].map(
        (more) => `${year}&measure=registered&basis=${basis}${more}`,
      ),
    );
    let longest = 0;
    for (const query of [...lists, `${year}&measure=brokered&basis=paid&excluded=no_engagement`]) {
      const path = `/reports/summary/agreements?${query}`;
      const first = await read(office.bureau, `${path}&limit=3`);
      const rows = await allRows(office.bureau, `${path}&total=false`, 3);
      expect(first.total.rows, query).to.equal(rows.length);
      expect(total(rows, 'contractValueFen'), query).to.equal(first.total.contractValueFen);
      const table = await office.bureau.get(path.replace('agreements?', 'agreements.csv?'));
      const lines = parse(table.body, { bom: true, columns: true }) as Record<string, string>[];
      expect(lines.map((line) => line.项目名称)).to.deep.equal(rows.map((row) => row.title));
      const days = rows.map((row) => row.on);
      expect(days, query).to.deep.equal([...days].sort());
      longest = Math.max(longest, rows.length);
    }
    expect(longest).to.be.greaterThan(40);
    const bare = await read(office.bureau, `/reports/summary/agreements?${lists[0]}&total=false`);
    expect(bare).not.to.have.property('total');
  });

  it('shows who sold to whom, as much as the summary has', async () => {
    for (const by of ['kind', 'region']) {
      const found = await read(office.bureau, `/reports/flows?${registered}&by=${by}`);
      expect(found).to.include({ by, achievements: 28, technologyValueFen: 211_100_000_000 });
      expect(total(found.flows, 'technologyValueFen')).to.equal(211_100_000_000);
      for (const { seller, buyer, agreements } of found.flows) {
        const query = `${registered}&by=${by}&seller=${seller}&buyer=${buyer}`;
        const rows = await allRows(office.bureau, `/reports/summary/agreements?${query}`);
        expect(rows).to.have.length(agreements);
      }
    }
  });

  it('answers as of an earlier day', async () => {
    const then = await read(office.bureau, `/reports/glance?${registered}&asOf=2026-03-31`);
    const { months, figures } = then.current;
    expect(figures.agreements).to.be.greaterThan(0).and.lessThan(30);
    for (const month of months.slice(3)) expect(month).to.include({ agreements: 0 });
    const solved = await read(
      office.bureau,
      `/reports/summary/needs?${half}&asOf=2026-03-31&limit=100`,
    );
    expect(solved.items).to.have.length(figures.needsSolved);
  });

  const paths = [
    `/reports/glance?${registered}`,
    `/reports/flows?${registered}`,
    `/reports/summary/achievements?${registered}`,
    `/reports/summary/needs?${half}`,
  ];

  it('belongs to the office of the district', async () => {
    await expectOfficeOnly(office.service, paths);
    const far = office.service.as({ roles: ['bureau'], district: '330281' });
    const glance = (await far.get(paths[0]!)).body;
    expect(glance).to.include({ district: '330281' });
    expect(glance.current.figures).to.include({ agreements: 0, needsSolved: 0 });
    for (const path of paths.slice(2)) {
      expect((await far.get(path)).body, path).to.deep.equal({
        items: [],
        nextCursor: null,
        total: 0,
      });
    }
  });

  it('tells every wrong parameter at once', async () => {
    const codes = (path: string) => codesAt(office.bureau, path);
    expect(await codes('/reports/glance?from=0&to=2026-01-01&measure=all&groupBy=field')).to.eql([
      'basis:required',
      'from:invalid_date',
      'groupBy:unknown_field',
      'measure:unknown_code',
    ]);
    expect(await codes(`/reports/flows?${registered}&by=colour`)).to.eql(['by:unknown_code']);
    const rows = `/reports/summary/agreements?${registered}`;
    expect(await codes(`${rows}&key=field`)).to.eql(['groupBy:required']);
    expect(await codes(`${rows}&seller=institute`)).to.eql(['by:required']);
    expect(await codes(`${rows}&brokerId=b&excluded=revoked`)).to.eql(['brokerId:not_expected']);
    for (const path of paths.slice(2)) {
      expect(await codes(`${path}&cursor=zzz`)).to.eql(['cursor:invalid_cursor']);
    }
    expect(await codes('/reports/summary/needs?from=2026-02-01&to=2026-01-01')).to.eql([
      'to:before_start',
    ]);
  });
});
