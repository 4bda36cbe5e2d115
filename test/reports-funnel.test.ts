import { expect } from 'chai';
import { funnelSteps } from '../src/vocabulary.ts';
import {
  anAgreement,
  type ContractPlace,
  done,
  startContracts,
  today,
} from './support/contracts.ts';
import { allRows, codesAt, demoOffice, expectOfficeOnly, read } from './support/demo-office.ts';
import { openNeed } from './support/rows.ts';

type Bar = { step: string; reached: number; lost: number; permille: number };
const half = 'from=2026-01-01&to=2026-06-30';

describe('the funnel of the demo district', function () {
  this.timeout(60_000);
  const office = demoOffice();

  it('narrows from step to step, and each bar is its needs', async () => {
    for (const period of [half, 'from=2025-01-01&to=2026-11-23', `${half}&asOf=2026-03-01`]) {
      const { steps } = (await read(office.bureau, `/reports/funnel?${period}`)) as {
        steps: Bar[];
      };
      expect(steps.map(({ step }) => step)).to.deep.equal([...funnelSteps]);
      const posted = steps[0]!.reached;
      expect(posted).to.be.greaterThan(0);
      for (const [at, { step, reached, lost }] of steps.entries()) {
        const before = steps[at - 1]?.reached ?? reached;
        expect(lost)
          .to.equal(before - reached)
          .and.least(0);
        const path = `/reports/funnel/needs?${period}&step=${step}`;
        const there = await allRows(office.bureau, path);
        expect(there, step).to.have.length(reached);
        const others = await allRows(office.bureau, `${path}&reached=false`);
        expect(others).to.have.length(posted - reached);
        const ids = [...there, ...others].map(({ needId }) => needId);
        expect(new Set(ids).size).to.equal(posted);
        for (const row of there) {
          expect(row.reachedOn >= row.postedOn).to.equal(true);
          expect(row.organization.name).to.be.a('string');
        }
        for (const row of others) {
          expect(row).not.to.have.property('reachedOn');
          expect(funnelSteps.indexOf(row.furthest)).to.be.lessThan(at);
        }
      }
    }
    const all = (await read(office.bureau, '/reports/funnel?from=2025-01-01&to=2026-11-23')).steps;
    expect(all.at(-1).reached).to.be.greaterThan(5);
  });

  it('belongs to the office of the district', async () => {
    const paths = [`/reports/funnel?${half}`, `/reports/funnel/needs?${half}&step=met`];
    await expectOfficeOnly(office.service, paths);
    const far = office.service.as({ roles: ['bureau'], district: '330281' });
    const { steps } = await read(far, paths[0]!);
    for (const { reached, permille } of steps) expect([reached, permille]).to.deep.equal([0, 0]);
    expect(await read(far, paths[1]!)).to.deep.equal({ items: [], nextCursor: null });
  });

  it('tells every wrong parameter at once', async () => {
    const codes = (path: string) => codesAt(office.bureau, path);
    expect(await codes('/reports/funnel?from=2026-02-30&measure=brokered')).to.eql([
      'from:invalid_date',
      'measure:unknown_field',
      'to:required',
    ]);
    expect(await codes(`/reports/funnel/needs?${half}&step=hoped&reached=maybe`)).to.eql([
      'reached:unknown_code',
      'step:unknown_code',
    ]);
    expect(await codes(`/reports/funnel/needs?${half}&step=met&cursor=zzz`)).to.eql([
      'cursor:invalid_cursor',
    ]);
  });
});

describe('the funnel of one need', () => {
  let place: ContractPlace;
  before(async () => {
    place = await startContracts();
  });
  after(() => place.service.close());

  const bars = async () => {
    const { steps } = await read(place.bureau, `/reports/funnel?from=${today()}&to=${today()}`);
    return Object.fromEntries(steps.map(({ step, reached }: Bar) => [step, reached]));
  };

  it('counts it at each step that it reaches, and a revoked agreement no longer', async () => {
    const { engagementId } = await place.engage();
    const other = await openNeed(place, { title: '另一项需求' });
    await done(place.enterprise, '/needs', { title: '草稿', problem: '还没有交出去的需求。' });
    await place.service.settled();
    expect(await bars()).to.include({ posted: 2, vetted: 2, accepted: 1, engaged: 1, met: 0 });
    const talks = { at: new Date().toISOString(), place: '企业会议室' };
    const participants = [{ side: 'enterprise', name: '甲' }];
    await done(place.broker, `/engagements/${engagementId}/meetings`, { ...talks, participants });
    expect(await bars()).to.include({ met: 0 });
    participants.push({ side: 'institute', name: '乙' });
    await done(place.broker, `/engagements/${engagementId}/meetings`, { ...talks, participants });
    expect(await bars()).to.include({ met: 1, signed: 0 });
    const signed = { ...anAgreement(place), engagementId, signedAt: today() };
    const { id } = await done(place.bureau, '/agreements', signed);
    await done(place.bureau, `/agreements/${id}/register`, { number: 'n1', registeredAt: today() });
    expect(await bars()).to.include({ signed: 1, registered: 1 });
    await done(place.bureau, `/agreements/${id}/revoke`, { code: 'fake', note: '虚假' });
    expect(await bars()).to.include({ met: 1, signed: 0, registered: 0 });
    const rows = await read(
      place.bureau,
      `/reports/funnel/needs?from=${today()}&to=${today()}&step=accepted&reached=false`,
    );
    expect(rows.items.map(({ needId }: { needId: string }) => needId)).to.deep.equal([other]);
  });
});
