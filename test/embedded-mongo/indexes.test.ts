import { expect } from 'chai';
import { openTestStore, rejection, type TestStore } from './test-store.ts';

interface Stats {
  totalDocsExamined: number;
  totalKeysExamined: number;
  nReturned: number;
}

describe('the embedded store: indexes', () => {
  let t: TestStore;
  before(async () => {
    t = await openTestStore();
  });
  after(() => t.close());

  it('reads no more than a page needs, also behind a cursor and through $in', async () => {
    const c = t.db.collection<{ _id: number; d: string; at: number; s: string }>('pages');
    await c.createIndex({ d: 1, at: -1, _id: -1 });
    await c.createIndex({ s: 1, at: 1 });
    await c.insertMany(
      Array.from({ length: 5000 }, (_, _id) => ({
        _id,
        d: `d${_id % 3}`,
        at: Math.floor(_id / 100),
        s: `s${_id % 5}`,
      })),
    );
    const stats = async (
      filter: object,
      sort: Record<string, 1 | -1>,
    ): Promise<[Stats, string, object[]]> => {
      const query = () => c.find(filter).sort(sort).limit(20);
      const plan = await query().explain('executionStats');
      return [
        plan.executionStats,
        JSON.stringify(plan.queryPlanner.winningPlan),
        await query().toArray(),
      ];
    };
    const [page, plan] = await stats({ d: 'd1' }, { at: -1, _id: -1 });
    expect(page.totalDocsExamined).to.equal(20);
    expect(plan).to.contain('IXSCAN').and.not.contain('SORT');
    const [backward] = await stats({ d: 'd1' }, { at: 1, _id: 1 });
    expect(backward.totalDocsExamined).to.equal(20);
    // Hundreds of rows share the instant of the cursor: only those behind it may be read.
    const after = { d: 'd1', $or: [{ at: { $lt: 30 } }, { at: 30, _id: { $lt: 3010 } }] };
    const [behind, , rows] = await stats(after, { at: -1, _id: -1 });
    expect(behind.totalDocsExamined).to.equal(20);
    expect((rows[0] as { _id: number })._id).to.equal(3007);
    const [merged, mergedPlan, mergedRows] = await stats(
      { s: { $in: ['s1', 's3', 's4'] } },
      { at: 1 },
    );
    expect(mergedPlan).to.contain('s_1_at_1').and.not.contain('SORT');
    expect(merged.totalDocsExamined).to.be.at.most(60);
    expect(mergedRows).to.have.length(20);
  });

  it('reads few rows of several kinds rather than all of them in order, and many in order', async () => {
    const c = t.db.collection<{ _id: number }>('kinds');
    await c.createIndex({ at: 1, _id: 1 });
    await c.createIndex({ lead: 1, _id: 1 });
    await c.createIndex({ helps: 1, _id: 1 });
    await c.insertMany(
      Array.from({ length: 5000 }, (_, _id) => ({
        _id,
        at: (_id * 7) % 1000,
        lead: _id % 500 === 0 ? 'rare' : _id % 20 === 1 ? 'some' : 'often',
        helps: _id % 1000 === 1 ? ['rare'] : [],
      })),
    );
    const page = (who: string, limit = 20) =>
      c
        .find({ $or: [{ lead: who }, { helps: who }] })
        .sort({ at: 1, _id: 1 })
        .limit(limit);
    const examined = async (who: string, limit?: number): Promise<number> =>
      (await page(who, limit).explain('executionStats')).executionStats.totalDocsExamined;
    expect(await examined('rare')).to.be.at.most(50);
    expect(await examined('often')).to.be.at.most(50);
    expect(await page('rare').toArray()).to.have.length(15);
    // All in order would have to be read to the end before it is known that there are no more.
    expect(await examined('some', 500)).to.equal(250);
  });

  it('uses indexes for updates, deletes, counts and $or', async () => {
    const c = t.db.collection('uses');
    await c.createIndex({ a: 1 });
    await c.createIndex({ b: 1 });
    await c.insertMany(Array.from({ length: 500 }, (_, i) => ({ a: i, b: i % 10, text: `n${i}` })));
    const examined = async (command: object): Promise<number> =>
      (await t.db.command({ explain: command, verbosity: 'executionStats' })).executionStats
        .totalDocsExamined;
    expect(
      await examined({ update: 'uses', updates: [{ q: { a: 5 }, u: { $set: { x: 1 } } }] }),
    ).to.equal(1);
    expect(
      await examined({ delete: 'uses', deletes: [{ q: { a: { $gte: 490 } }, limit: 0 }] }),
    ).to.equal(10);
    expect(await examined({ count: 'uses', query: { b: 3 } })).to.equal(50);
    expect(await examined({ find: 'uses', filter: { $or: [{ a: 1 }, { b: 2 }] } })).to.equal(51);
    expect(await examined({ find: 'uses', filter: { a: { $in: [1, 2, 3] } } })).to.equal(3);
    const many = Array.from({ length: 3000 }, (_, i) => i * 2);
    expect(await examined({ find: 'uses', filter: { a: { $in: many } }, sort: { b: 1 } })).to.equal(
      250,
    );
    expect(await examined({ find: 'uses', filter: { text: 'n1' } })).to.equal(500);
  });

  it('enforces unique indexes: compound, sparse, partial and multikey', async () => {
    const c = t.db.collection('unique');
    await c.createIndex({ a: 1, b: 1 }, { unique: true });
    await c.createIndex({ s: 1 }, { unique: true, sparse: true });
    await c.createIndex({ p: 1 }, { unique: true, partialFilterExpression: { live: true } });
    await c.createIndex(
      { 'keys.k': 1 },
      { unique: true, partialFilterExpression: { 'keys.k': { $exists: true } } },
    );
    await c.insertOne({ a: 1, b: 1, p: 1, live: false });
    await c.insertOne({ a: 1, b: 2, p: 1, live: false });
    await c.insertOne({
      a: 2,
      b: 1,
      p: 1,
      live: true,
      s: 'x',
      keys: [{ k: 1 }, { k: 2 }, { k: 2 }],
    });
    const code = async (doc: object) => (await rejection(c.insertOne(doc))).code;
    expect(await code({ a: 1, b: 2 })).to.equal(11000);
    expect(await code({ a: 3, b: 1, s: 'x' })).to.equal(11000);
    expect(await code({ a: 3, b: 1, p: 1, live: true })).to.equal(11000);
    expect(await code({ a: 3, b: 1, keys: [{ k: 9 }, { k: 2 }] })).to.equal(11000);
    expect((await rejection(c.updateOne({ a: 1, b: 2 }, { $set: { live: true } }))).code).to.equal(
      11000,
    );
    expect(await c.countDocuments()).to.equal(3);
    // A refused insert leaves nothing behind: its other keys are free again.
    await c.insertOne({ a: 3, b: 1, keys: [{ k: 9 }] });
    expect(await c.find({ 'keys.k': 9 }).toArray()).to.have.length(1);
    expect((await rejection(c.createIndex({ live: 1 }, { unique: true }))).code).to.equal(11000);
    expect(await c.indexes()).to.have.length(5);
  });

  it('lets exactly one of many concurrent writers have a unique value', async () => {
    const c = t.db.collection('race');
    await c.createIndex({ lead: 1 }, { unique: true });
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => c.insertOne({ lead: 'n1', i })),
    );
    expect(results.filter((r) => r.status === 'fulfilled')).to.have.length(1);
  });

  it('refuses contradicting index definitions with 85 and 86', async () => {
    const c = t.db.collection('conflicts');
    await c.createIndex({ a: 1 }, { name: 'one' });
    await c.createIndex({ a: 1 }, { name: 'one' });
    expect((await rejection(c.createIndex({ a: 1 }, { name: 'two' }))).code).to.equal(85);
    expect((await rejection(c.createIndex({ b: 1 }, { name: 'one' }))).code).to.equal(86);
    expect((await rejection(c.createIndex({ a: 1 }, { name: 'one', unique: true }))).code).to.equal(
      85,
    );
  });

  it('expires documents by a TTL index', async () => {
    const c = t.db.collection<{ _id: number; at: unknown }>('ttl');
    await c.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const ago = (s: number) => new Date(Date.now() - s * 1000);
    await c.insertMany([
      { _id: 1, at: ago(120) },
      { _id: 2, at: ago(10) },
      { _id: 3, at: 'never' },
      { _id: 4, at: [ago(1), ago(90)] },
    ]);
    await t.db.admin().command({ setParameter: 1, ttlMonitorSleepSecs: 1 });
    for (let i = 0; i < 100 && (await c.countDocuments()) > 2; i++)
      await new Promise((r) => setTimeout(r, 50));
    expect((await c.find().sort({ _id: 1 }).toArray()).map((d) => d._id)).to.deep.equal([2, 3]);
  });

  it('survives a restart of definitions and rows', async () => {
    const own = await openTestStore();
    const c = own.db.collection('kept');
    await c.createIndex({ tags: 1, n: 1 }, { name: 'tn' });
    await c.insertMany(
      Array.from({ length: 100 }, (_, n) => ({ n, tags: [`a${n % 3}`, `b${n % 5}`] })),
    );
    await own.client.close();
    await own.store.close();
    const again = await openTestStore({ dataDir: `${own.folder}/data` });
    const found = again.db.collection('kept').find({ tags: 'a1', n: { $lt: 50 } });
    expect(await found.toArray()).to.have.length(17);
    const plan = await again.db
      .collection('kept')
      .find({ tags: 'a1', n: { $lt: 50 } })
      .explain();
    expect(JSON.stringify(plan)).to.contain('"indexName":"tn","isMultiKey":true');
    await again.close();
    await own.close().catch(() => {});
  });
});
