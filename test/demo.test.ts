import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { seedDemo } from '../src/demo/seed-demo.ts';
import { agreementStatuses, engagementStages, needStatuses } from '../src/vocabulary.ts';
import type { Client } from './support/client.ts';
import { demoPassword, demoNow as now, signIn, startEmpty } from './support/demo-office.ts';
import { givenSearchServer } from './support/search-server.ts';
import type { Service } from './support/service.ts';

/** Everything that was written, but for what depends on who came first to a busy broker. */
async function checksum({ ctx }: Service): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, store] of Object.entries(ctx.stores)) {
    const projection = { claims: 0, record: 0 };
    const rows = await ctx.db
      .collection(store.model.collection.name)
      .find({}, { projection })
      .sort({ _id: 1 })
      .toArray();
    hash.update(`${name} ${rows.length} ${JSON.stringify(rows)}\n`);
  }
  return hash.digest('hex');
}

async function all(client: Client, path: string) {
  // biome-ignore lint/suspicious/noExplicitAny: rows of every kind
  const items: any[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await client.get(`${path}?limit=100${more}`);
    expect(status, path).to.equal(200);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

/** What was written at the instant of the seeding itself: by jobs, not by the plots. */
async function toldNow({ ctx }: Service): Promise<Set<string>> {
  const found = new Set<string>();
  for (const store of Object.values(ctx.stores)) {
    const { name } = store.model.collection;
    for await (const { history } of ctx.db.collection(name).find({ 'history.at': now })) {
      for (const { at, action } of history) {
        if (at.getTime() === now.getTime()) found.add(`${name} ${action}`);
      }
    }
  }
  return found;
}

const countBy = (rows: Record<string, string>[], key: string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[key]!] = (counts[row[key]!] ?? 0) + 1;
  return counts;
};

describe('the demo district', function () {
  this.timeout(120_000);
  let service: Service;
  let bureau: Client;
  let first: string;

  before(async () => {
    service = await startEmpty();
    const seeding = await seedDemo(service.ctx, now);
    expect(seeding).to.deep.equal({ outcome: 'seeded', password: demoPassword, madeUp: false });
    first = await checksum(service);
    bureau = await signIn(service, 'bureau');
  });
  after(() => service.close());

  it('lets everybody sign in', async () => {
    const logins = ['admin', 'broker1', 'broker20', 'enterprise1', 'enterprise40', 'institute15'];
    for (const login of logins) {
      const client = await signIn(service, login);
      const { body } = await client.get('/session');
      expect(body.user.roles).to.include(login.replace(/\d+$/, ''));
    }
    const { stores } = service.ctx;
    expect(await stores.users.model.countDocuments()).to.equal(78);
    const credentials = service.ctx.db.collection('credentials');
    expect(await credentials.countDocuments({ password: { $exists: true } })).to.equal(78);
  });

  it('is as lively as the contract says', async () => {
    const organizations = await all(bureau, '/organizations');
    expect(countBy(organizations, 'kind')).to.deep.equal({
      enterprise: 40,
      institute: 15,
      platform: 3,
    });
    const capabilities = await all(bureau, '/capabilities');
    expect(capabilities.length).to.be.within(118, 120);
    expect(Object.keys(countBy(capabilities, 'field'))).to.have.length(11);
    for (const { title, abstract } of capabilities) {
      expect([...abstract].length, title).to.be.within(80, 200);
    }
    const needs = await all(bureau, '/needs');
    expect(needs).to.have.length(60);
    expect(countBy(needs, 'status')).to.have.all.keys(...needStatuses);
    expect(await all(bureau, '/brokers')).to.have.length(20);
  });

  it('shows every stage of engagements and every status of agreements', async () => {
    const engagements = await all(bureau, '/engagements');
    expect(countBy(engagements, 'stage')).to.have.all.keys(...engagementStages);
    const agreements = await all(bureau, '/agreements');
    expect(countBy(agreements, 'status')).to.have.all.keys(...agreementStatuses);
    const drafted = agreements.filter(({ status }) => status === 'drafted');
    const unusual = drafted.some(({ warnings }) =>
      warnings.some(({ code }: { code: string }) => code === 'unusual_ratio'),
    );
    expect(unusual).to.equal(true);
    expect(agreements.some(({ intermediary }) => intermediary)).to.equal(true);
    const steps = engagements.flatMap(({ nextSteps }) => nextSteps);
    expect(steps.some(({ overdue }) => overdue)).to.equal(true);
    expect(steps.some(({ overdue, doneAt }) => !overdue && !doneAt)).to.equal(true);
  });

  it('adds up to exactly 28 achievements and 2,111,000,000 yuan', async () => {
    const period = 'from=2026-01-01&to=2026-06-30&basis=registered';
    const { body } = await bureau.get(`/reports/summary?${period}&measure=registered`);
    expect(body.achievements).to.equal(28);
    expect(body.technologyValueFen).to.equal(211_100_000_000);
    expect(body.agreements).to.equal(30);
    expect(body.excluded).to.deep.equal([
      { reason: 'revoked', count: 1 },
      { reason: 'deregistered', count: 1 },
      { reason: 'duplicate', count: 1 },
      { reason: 'intermediary', count: 1 },
      { reason: 'not_registered', count: 2 },
    ]);
    const brokered = (await bureau.get(`/reports/summary?${period}&measure=brokered`)).body;
    expect(brokered.agreements).to.equal(11);
    expect(brokered.technologyValueFen).to.equal(64_840_000_000);
    const reasons = brokered.excluded.map(({ reason }: { reason: string }) => reason);
    expect(reasons).to.include.members(['no_engagement', 'not_confirmed']);
    expect(reasons).to.include('need_vetted_after_signing');
    const output = await bureau.get(`/reports/summary?${period}&measure=registered&flow=output`);
    expect(output.body.agreements).to.be.greaterThan(3);
  });

  it('has a published half-year to compare with, which later changes adjust', async () => {
    const [report] = await all(bureau, '/reports');
    expect(report).to.include({ from: '2025-07-01', to: '2025-12-31', agreements: 14 });
    expect(report.technologyValueFen).to.equal(93_420_000_000);
    const { body } = await bureau.get(`/reports/${report.id}?verify=true`);
    expect(body.verified).to.equal(true);
    const next = await bureau.get(
      '/reports/summary?from=2026-01-01&to=2026-06-30&measure=registered&basis=registered&adjustments=true',
    );
    expect(next.body.adjustedPeriods).to.have.length(1);
    expect(next.body.adjustmentTotals.technologyValueFen).to.equal(-(400 + 1860) * 1_000_000);
  });

  it('gives broker1 a proposal, talks, and room', async () => {
    const broker = await signIn(service, 'broker1');
    const { id } = (await broker.get('/session')).body.user;
    const load = (await broker.get(`/brokers/${id}/load`)).body;
    expect(load.proposed).to.be.greaterThan(0);
    expect(load.room).to.be.greaterThan(2);
    const { body } = await broker.get('/assignments?mine=true&limit=100');
    const asked = body.items.filter(({ status }: { status: string }) => status === 'proposed');
    expect(asked[0].due > now.toISOString()).to.equal(true);
    const mine = await broker.get('/engagements?mine=true');
    expect(mine.body.items.length).to.be.greaterThan(3);
  });

  it('seeds nothing the second time', async () => {
    expect(await seedDemo(service.ctx, new Date(now.getTime() + 86_400_000))).to.deep.equal({
      outcome: 'present',
    });
    expect(await checksum(service)).to.equal(first);
  });

  it('does an interrupted seeding again, to the same content and ids', async () => {
    const second = await startEmpty();
    try {
      const { ctx } = second;
      const publish = () => Promise.reject(new Error('killed'));
      const dying = { ...ctx, reports: { ...ctx.reports, publish } };
      const death = await seedDemo(dying, now).catch((error: Error) => error.message);
      expect(death).to.equal('killed');
      expect((await seedDemo(ctx, now)).outcome, 'another may be at work').to.equal('left_alone');
      await ctx.db.collection('demo').updateOne({}, { $set: { aliveAt: new Date(0) } });
      expect((await seedDemo(ctx, now)).outcome).to.equal('seeded');
      expect(await checksum(second)).to.equal(first);
    } finally {
      await second.close();
    }
  });

  for (const instant of ['2026-03-08T20:00:00Z', '2028-10-04T02:00:00Z']) {
    it(`has the same figures when it is seeded at ${instant}`, async () => {
      const at = new Date(instant);
      const another = await startEmpty(at);
      try {
        expect((await seedDemo(another.ctx, at)).outcome).to.equal('seeded');
        const office = await signIn(another, 'bureau');
        const { body } = await office.get(
          '/reports/summary?from=2026-01-01&to=2026-06-30&measure=registered&basis=registered',
        );
        expect(body).to.include({ achievements: 28, technologyValueFen: 211_100_000_000 });
        const proposed = await office.get('/assignments?status=proposed');
        for (const { due } of proposed.body.items) expect(due > instant).to.equal(true);
      } finally {
        await another.close();
      }
    });
  }

  it('leaves a store alone that holds anything else', async () => {
    const other = await startEmpty();
    try {
      const admin = other.as({ roles: ['admin', 'bureau'] });
      const firm = { kind: 'enterprise', name: 'somebody', district: '330206' };
      expect((await admin.post('/organizations', firm)).status).to.equal(201);
      expect(await seedDemo(other.ctx, now)).to.deep.equal({ outcome: 'left_alone' });
      expect(await other.ctx.stores.organizations.model.countDocuments()).to.equal(1);
      expect(await other.ctx.stores.users.model.countDocuments()).to.equal(0);
    } finally {
      await other.close();
    }
  });

  it('goes on by itself: fresh needs get brokers, and the told history stays', async () => {
    const before = (await all(bureau, '/assignments')).length;
    service.ctx.startWork();
    const deadline = Date.now() + 60_000;
    let assignments = await all(bureau, '/assignments');
    while (assignments.length < before + 5 && Date.now() < deadline) {
      await new Promise((done) => setTimeout(done, 200));
      assignments = await all(bureau, '/assignments');
    }
    expect(assignments).to.have.length(before + 5);
    expect(countBy(assignments, 'status')).to.include({ escalated: 1 });
    const { body } = await bureau.get(
      '/reports/summary?from=2026-01-01&to=2026-06-30&measure=registered&basis=registered',
    );
    expect(body.technologyValueFen).to.equal(211_100_000_000);
    await service.settled();
    expect([...(await toldNow(service))]).to.have.members([
      'needs followed',
      'assignments proposed',
      'engagements reminded',
    ]);
    // A search server takes up to half a second for each document of the district.
  }).timeout(givenSearchServer() ? 240_000 : 90_000);
});
