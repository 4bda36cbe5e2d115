import { expect } from 'chai';
import { openTestStore, rejection, type TestStore } from './test-store.ts';

describe('the embedded store: aggregation', () => {
  let t: TestStore;
  before(async () => {
    t = await openTestStore();
    await t.db.collection<{ _id: number }>('orders').insertMany(
      Array.from({ length: 60 }, (_, i) => ({
        _id: i,
        item: `i${i % 4}`,
        qty: i,
        tags: [`t${i % 2}`, 'all'],
      })),
    );
    await t.db
      .collection<{ _id: string }>('items')
      .insertMany(
        Array.from({ length: 4 }, (_, i) => ({ _id: `i${i}`, price: i * 10, group: i % 2 })),
      );
  });
  after(() => t.close());

  const orders = () => t.db.collection('orders');

  it('groups and sorts', async () => {
    const rows = await orders()
      .aggregate([
        { $match: { qty: { $gte: 50 } } },
        {
          $group: {
            _id: '$item',
            total: { $sum: '$qty' },
            list: { $push: '$qty' },
            most: { $max: '$qty' },
          },
        },
        { $sort: { total: -1 } },
        { $limit: 1 },
      ])
      .toArray();
    expect(rows).to.deep.equal(
      [{ _id: 'i3', total: 110, list: [51, 55, 59].slice(0, 3), most: 59 }].map((r) => ({
        ...r,
        total: 51 + 55 + 59,
      })),
    );
  });

  it('joins by field and by pipeline, through the foreign index', async () => {
    const rows = await orders()
      .aggregate([
        { $match: { _id: { $in: [1, 2] } } },
        { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'item' } },
        { $unwind: '$item' },
        {
          $lookup: {
            from: 'items',
            let: { g: '$item.group' },
            pipeline: [{ $match: { $expr: { $eq: ['$group', '$$g'] } } }, { $count: 'n' }],
            as: 'peers',
          },
        },
        { $project: { price: '$item.price', peers: { $first: '$peers.n' } } },
      ])
      .toArray();
    expect(rows).to.deep.equal([
      { _id: 1, price: 10, peers: 2 },
      { _id: 2, price: 20, peers: 2 },
    ]);
  });

  it('runs facets, unions, samples and counts', async () => {
    const [facets] = await orders()
      .aggregate([
        {
          $facet: {
            byTag: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
            page: [{ $sort: { qty: -1 } }, { $limit: 2 }, { $project: { _id: 1 } }],
            total: [{ $count: 'n' }],
          },
        },
      ])
      .toArray();
    expect(facets!.byTag[0]).to.deep.equal({ _id: 'all', count: 60 });
    expect(facets!.page).to.deep.equal([{ _id: 59 }, { _id: 58 }]);
    expect(facets!.total).to.deep.equal([{ n: 60 }]);
    const union = await orders()
      .aggregate([{ $unionWith: 'items' }, { $count: 'n' }])
      .toArray();
    expect(union).to.deep.equal([{ n: 64 }]);
    const sample = await orders()
      .aggregate([{ $sample: { size: 10 } }])
      .toArray();
    expect(new Set(sample.map((d) => d._id)).size).to.equal(10);
  });

  it('streams its result through a cursor', async () => {
    const cursor = orders().aggregate([{ $set: { x: 1 } }], { batchSize: 7 });
    let n = 0;
    for await (const doc of cursor) n += doc.x;
    expect(n).to.equal(60);
  });

  it('writes with $merge and $out', async () => {
    await orders()
      .aggregate([
        { $group: { _id: '$item', n: { $sum: 1 } } },
        { $merge: { into: 'items', whenNotMatched: 'discard' } },
      ])
      .toArray();
    expect(await t.db.collection<{ _id: string }>('items').findOne({ _id: 'i1' })).to.deep.equal({
      _id: 'i1',
      price: 10,
      group: 1,
      n: 15,
    });
    await orders()
      .aggregate([{ $match: { qty: { $lt: 3 } } }, { $out: 'few' }])
      .toArray();
    expect(await t.db.collection('few').countDocuments()).to.equal(3);
  });

  it('stops a $limit early and uses the index for the leading $match and $sort', async () => {
    await orders().createIndex({ item: 1, qty: -1 });
    const plan = await orders()
      .aggregate([
        { $match: { item: 'i1' } },
        { $sort: { qty: -1 } },
        { $limit: 3 },
        { $set: { y: 1 } },
      ])
      .explain('executionStats');
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).to.contain('item_1_qty_-1');
    expect(plan.executionStats.totalDocsExamined).to.equal(3);
  });

  it('evaluates expressions with BSON’s types and order, and dates in a time zone', async () => {
    const c = t.db.collection('expressions');
    const { insertedId } = await c.insertOne({ at: new Date('2026-06-30T17:00:00Z'), none: null });
    const [row] = await c
      .aggregate([
        { $match: { $expr: { $eq: ['$_id', { $toObjectId: insertedId.toHexString() }] } } },
        {
          $project: {
            _id: 0,
            text: { $toString: '$_id' },
            type: { $type: '$_id' },
            nullFirst: { $lt: ['$none', 1] },
            day: { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } },
          },
        },
      ])
      .toArray();
    expect(row).to.deep.equal({
      text: insertedId.toHexString(),
      type: 'objectId',
      nullFirst: true,
      day: '2026-07-01',
    });
  });

  it('groups with every accumulator that streams', async () => {
    const [row] = await orders()
      .aggregate([
        { $match: { _id: { $in: [1, 2, 3] } } },
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: { even: { $eq: [{ $mod: ['$qty', 2] }, 0] } },
            n: { $count: {} },
            sum: { $sum: { $multiply: ['$qty', 10] } },
            avg: { $avg: '$qty' },
            least: { $min: '$qty' },
            first: { $first: '$item' },
            last: { $last: '$item' },
            items: { $addToSet: '$item' },
            tags: { $push: { $arrayElemAt: ['$tags', 0] } },
            merged: { $mergeObjects: { q: '$qty' } },
          },
        },
        { $match: { '_id.even': false } },
      ])
      .toArray();
    expect(row).to.deep.equal({
      _id: { even: false },
      n: 2,
      sum: 40,
      avg: 2,
      least: 1,
      first: 'i1',
      last: 'i3',
      items: ['i1', 'i3'],
      tags: ['t1', 't1'],
      merged: { q: 3 },
    });
  });

  it('names an unknown stage', async () => {
    const error = await rejection(
      orders()
        .aggregate([{ $nonsense: 1 }])
        .toArray(),
    );
    expect(error.code).to.equal(40324);
  });

  it('counts and lists distinct values', async () => {
    expect(await orders().countDocuments({ item: 'i1' })).to.equal(15);
    expect(await orders().estimatedDocumentCount()).to.equal(60);
    expect(await orders().distinct('tags')).to.deep.equal(['all', 't0', 't1']);
  });
});
