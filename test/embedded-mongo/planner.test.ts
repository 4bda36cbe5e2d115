import { expect } from 'chai';
import fc from 'fast-check';
import { openTestStore, type TestStore } from './test-store.ts';

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('a', 'ab', 'b', 'B', null, true, 1.5),
  fc.constantFrom(new Date(1), new Date(2)),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const doc = fc.record(
  {
    a: value,
    b: value,
    c: scalar,
    o: fc.oneof(fc.record({ x: value }), fc.array(fc.record({ x: scalar }), { maxLength: 2 })),
  },
  { requiredKeys: [] },
);
const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $gt: scalar.filter((v) => v !== null) }),
  fc.record({ $gte: fc.integer({ min: 0, max: 3 }), $lt: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ $lte: fc.constantFrom('a', 'ab', 'b') }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $not: fc.record({ $gt: fc.integer({ min: 0, max: 3 }) }) }),
  fc.constant({ $regex: '^a' }),
  fc.record({
    $elemMatch: fc.record({
      $gte: fc.integer({ min: 0, max: 2 }),
      $lte: fc.integer({ min: 1, max: 4 }),
    }),
  }),
);
const fields = fc.constantFrom('a', 'b', 'c', 'o.x');
const flat = fc.dictionary(fields, condition, { maxKeys: 3 });
const filter = fc.oneof(
  flat,
  fc.record({ $or: fc.array(flat, { minLength: 1, maxLength: 3 }) }),
  fc
    .tuple(flat, fc.array(flat, { minLength: 1, maxLength: 3 }))
    .map(([base, $or]) => ({ ...base, $or })),
  fc.tuple(flat, flat).map((both) => ({ $and: both })),
);
const sort = fc.dictionary(fields, fc.constantFrom(1 as const, -1 as const), { maxKeys: 2 });

describe('the embedded store: the planner', () => {
  let t: TestStore;
  before(async () => {
    t = await openTestStore({ fsync: 'off' });
  });
  after(() => t.close());

  it('finds through every index exactly what a scan of the collection finds, in the same order', async () => {
    const bare = t.db.collection<{ _id: number }>('bare');
    const indexed = t.db.collection<{ _id: number }>('indexed');
    for (const key of [
      { a: 1 },
      { a: 1, b: -1 },
      { b: 1, c: 1 },
      { c: -1, a: 1 },
      { 'o.x': 1 },
      { c: 1, 'o.x': -1 },
    ]) {
      await indexed.createIndex(key as never);
    }
    await indexed.createIndex({ b: 1 }, { sparse: true });
    await indexed.createIndex(
      { c: 1, b: 1 },
      { partialFilterExpression: { a: { $exists: true } } },
    );
    const property = fc.asyncProperty(
      fc.array(doc, { minLength: 5, maxLength: 30 }),
      fc.array(fc.tuple(filter, sort), { minLength: 10, maxLength: 10 }),
      async (docs, queries) => {
        await bare.deleteMany({});
        await indexed.deleteMany({});
        const rows = docs.map((d, _id) => ({ ...d, _id }));
        // Documents in which an index would meet two arrays are refused; they are left out of both.
        await indexed.insertMany(rows, { ordered: false }).catch(() => {});
        const kept = await indexed.find().sort({ $natural: 1 }).toArray();
        if (kept.length > 0) await bare.insertMany(kept);
        for (const [query, order] of queries) {
          const whole = { ...order, _id: 1 as const };
          const expected = await bare
            .find(query as never)
            .sort(whole)
            .toArray();
          const found = await indexed
            .find(query as never)
            .sort(whole)
            .toArray();
          const told = JSON.stringify({ query, order, kept });
          expect(
            found.map((d) => d._id),
            told,
          ).to.deep.equal(expected.map((d) => d._id));
          const unsorted = await indexed.find(query as never).toArray();
          expect(new Set(unsorted.map((d) => d._id)), told).to.deep.equal(
            new Set(expected.map((d) => d._id)),
          );
          expect(unsorted).to.have.length(expected.length);
          const page = await indexed
            .find(query as never)
            .sort(whole)
            .skip(1)
            .limit(3)
            .toArray();
          expect(
            page.map((d) => d._id),
            told,
          ).to.deep.equal(expected.slice(1, 4).map((d) => d._id));
          expect(await indexed.countDocuments(query as never)).to.equal(expected.length);
        }
      },
    );
    await fc.assert(property, { numRuns: 40 });
  }).timeout(120_000);
});
