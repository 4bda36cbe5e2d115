import { expect } from 'chai';
import { mongo } from 'mongoose';
import { openTestStore, rejection, type TestStore } from './test-store.ts';

const { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } =
  mongo.BSON;

interface Thing {
  _id: number;
  items?: { k: string; n: number }[];
  tags?: string[];
  n?: number;
  kind?: string;
  a?: number;
}

describe('the embedded store: reading and writing', () => {
  let t: TestStore;
  before(async () => {
    t = await openTestStore();
  });
  after(() => t.close());

  it('keeps the type of every number through reads, updates and pipeline updates', async () => {
    const c = t.db.collection('types');
    await c.insertOne({
      _id: 1 as never,
      int: new Int32(5),
      long: Long.fromNumber(5),
      big: Long.fromString('9007199254740993'),
      double: new Double(5),
      half: 1.5,
      decimal: Decimal128.fromString('1.10'),
      at: new Date(0),
      nested: { long: Long.fromNumber(7), list: [new Double(1), 2] },
    });
    await c.updateOne({ _id: 1 as never }, { $set: { other: 1 }, $inc: { int: 1, long: 1 } });
    await c.updateOne({ _id: 1 as never }, [{ $set: { more: { $add: ['$int', 1] } } }]);
    const raw = await c.findOne({ _id: 1 as never }, { promoteValues: false });
    expect(raw!.int._bsontype).to.equal('Int32');
    expect(raw!.int.value).to.equal(6);
    expect(raw!.long._bsontype).to.equal('Long');
    expect(raw!.long.toString()).to.equal('6');
    expect(raw!.big.toString()).to.equal('9007199254740993');
    expect(raw!.double._bsontype).to.equal('Double');
    expect(raw!.decimal.toString()).to.equal('1.10');
    expect(raw!.nested.long._bsontype).to.equal('Long');
    expect(raw!.nested.list[0]._bsontype).to.equal('Double');
    expect(raw!.more.value).to.equal(7);
  });

  it('sorts all types in MongoDB’s order, with and without an index', async () => {
    const c = t.db.collection<{ _id: number; v: unknown }>('order');
    const values = [
      new MinKey(),
      null,
      Number.NaN,
      -5,
      Long.fromNumber(-1),
      Decimal128.fromString('0.5'),
      1,
      new Double(2.5),
      Long.fromString('9007199254740993'),
      '',
      'B',
      'a',
      '中',
      '😀',
      {},
      { a: 1 },
      { a: 'x' },
      new Binary(Buffer.from([1])),
      new ObjectId('000000000000000000000001'),
      false,
      true,
      new Date(-1),
      new Date(5),
      new Timestamp({ t: 1, i: 1 }),
      new BSONRegExp('a'),
      new MaxKey(),
    ];
    const shuffled = values
      .map((v, i) => ({ _id: i, v }))
      .sort((a, b) => ((a._id * 7) % 26) - ((b._id * 7) % 26));
    await c.insertMany(shuffled);
    const wanted = values.map((_, i) => i);
    const sorted = async (v: 1 | -1) => (await c.find().sort({ v }).toArray()).map((d) => d._id);
    expect(await sorted(1)).to.deep.equal(wanted);
    expect(await sorted(-1)).to.deep.equal(wanted.toReversed());
    await c.createIndex({ v: 1 });
    expect(await sorted(1)).to.deep.equal(wanted);
    expect(await sorted(-1)).to.deep.equal(wanted.toReversed());
  });

  it('reports each failed write of a batch, ordered and unordered', async () => {
    const c = t.db.collection<{ _id: number }>('batches');
    const docs = [{ _id: 1 }, { _id: 2 }, { _id: 1 }, { _id: 3 }];
    const ordered = await rejection(c.insertMany(docs));
    expect(ordered.code).to.equal(11000);
    expect(await c.countDocuments()).to.equal(2);
    await c.deleteMany({});
    const unordered = await rejection(c.insertMany(docs, { ordered: false }));
    expect(
      (unordered as unknown as { writeErrors: { index: number }[] }).writeErrors[0]!.index,
    ).to.equal(2);
    expect(await c.countDocuments()).to.equal(3);
  });

  it('stores all documents before a duplicate deep in a large batch, and no key of the others', async () => {
    const c = t.db.collection<{ _id: number; k: number }>('large');
    await c.createIndex({ k: 1 }, { unique: true });
    const docs = Array.from({ length: 400 }, (_, _id) => ({ _id, k: _id === 301 ? 300 : _id }));
    expect((await rejection(c.insertMany(docs))).code).to.equal(11000);
    expect(await c.countDocuments()).to.equal(301);
    expect(await c.countDocuments({ k: { $gte: 0 } })).to.equal(301);
    const rest = docs.slice(301).map((doc) => ({ ...doc, k: doc._id }));
    await c.insertMany(rest);
    expect((await c.find().sort({ k: 1 }).toArray()).map((doc) => doc._id)).to.deep.equal(
      docs.map((doc) => doc._id),
    );
  });

  it('answers a duplicate key with MongoDB’s message, keyPattern and keyValue', async () => {
    const c = t.db.collection('duplicates');
    await c.createIndex({ email: 1, kind: 1 }, { unique: true });
    await c.insertOne({ email: 'a@b.test', kind: 'x' });
    const error = await rejection(c.insertOne({ email: 'a@b.test', kind: 'x' }));
    expect(error.code).to.equal(11000);
    expect(error.message).to.contain(
      'E11000 duplicate key error collection: test.duplicates index: email_1_kind_1 dup key: { email: "a@b.test", kind: "x" }',
    );
    expect(error.keyPattern).to.deep.equal({ email: 1, kind: 1 });
    expect(error.keyValue).to.deep.equal({ email: 'a@b.test', kind: 'x' });
  });

  it('streams cursors in batches and forgets them when killed', async () => {
    const c = t.db.collection<{ _id: number }>('cursors');
    await c.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id })));
    const seen: number[] = [];
    for await (const doc of c.find().batchSize(7)) seen.push(doc._id);
    expect(seen).to.deep.equal(Array.from({ length: 1000 }, (_, i) => i));
    const cursor = c.find().batchSize(2);
    await cursor.next();
    await cursor.close();
    const status = await t.db.admin().serverStatus();
    expect(status.metrics.cursor.open.total).to.equal(0);
    const gone = await rejection(
      t.db.command({ getMore: Long.fromNumber(77), collection: 'cursors' }),
    );
    expect(gone.code).to.equal(43);
  });

  it('goes on reading a cursor while the documents change', async () => {
    const c = t.db.collection<{ _id: number; v: number }>('moving');
    await c.createIndex({ v: 1 });
    await c.insertMany(Array.from({ length: 300 }, (_, _id) => ({ _id, v: _id })));
    const cursor = c.find().sort({ v: 1 }).batchSize(10);
    const seen: number[] = [];
    for (let doc = await cursor.next(); doc; doc = await cursor.next()) {
      seen.push(doc._id);
      if (seen.length === 50) await c.deleteMany({ v: { $gte: 200 } });
    }
    expect(new Set(seen).size).to.equal(seen.length);
    expect(seen.slice(0, 200)).to.deep.equal(Array.from({ length: 200 }, (_, i) => i));
  });

  it('updates with operators, array filters, `$`, pipelines and upserts', async () => {
    const c = t.db.collection<Thing>('updates');
    await c.insertOne({
      _id: 1,
      items: [
        { k: 'a', n: 1 },
        { k: 'b', n: 2 },
      ],
      tags: ['x'],
      n: 1,
    });
    await c.updateOne(
      { _id: 1 },
      { $set: { 'items.$[i].n': 9 } },
      { arrayFilters: [{ 'i.k': 'b' }] },
    );
    await c.updateOne({ _id: 1, 'items.k': 'a' }, { $inc: { 'items.$.n': 4 } });
    await c.updateOne(
      { _id: 1 },
      { $push: { tags: { $each: ['a', 'b'], $position: 0, $slice: 3 } } },
    );
    await c.updateOne({ _id: 1 }, { $addToSet: { tags: { $each: ['x', 'y'] } } });
    await c
      .updateOne({ _id: 1 }, {
        $pull: { items: { n: { $gt: 8 } } },
        $min: { n: 0 },
        $rename: { n: 'm' },
      } as never)
      .catch((error: Error) => expect(error.message).to.contain('conflict'));
    await c.updateOne({ _id: 1 }, { $pull: { items: { n: { $gt: 8 } } } } as never);
    await c.updateOne({ _id: 1 }, [{ $set: { sum: { $sum: '$items.n' } } }, { $unset: 'n' }]);
    expect(await c.findOne({ _id: 1 })).to.deep.equal({
      _id: 1,
      items: [{ k: 'a', n: 5 }],
      tags: ['a', 'b', 'x', 'y'],
      sum: 5,
    });
    const upsert = await c.updateOne(
      { _id: 2, kind: 'k', n: { $gt: 1 } },
      { $set: { a: 1 }, $setOnInsert: { b: 2 } as never },
      { upsert: true },
    );
    expect(upsert.upsertedId).to.equal(2);
    expect(await c.findOne({ _id: 2 })).to.deep.equal({ _id: 2, kind: 'k', a: 1, b: 2 });
    const same = await c.updateOne({ _id: 2 }, { $set: { a: 1 } });
    expect([same.matchedCount, same.modifiedCount]).to.deep.equal([1, 0]);
  });

  it('refuses what MongoDB refuses, with its codes', async () => {
    const c = t.db.collection<{ _id: number; [name: string]: unknown }>('refused');
    await c.insertOne({ _id: 1, s: 'text', list: [1] });
    const code = async (promise: Promise<unknown>) => (await rejection(promise)).code;
    expect(await code(c.updateOne({ _id: 1 }, { $inc: { s: 1 } } as never))).to.equal(14);
    expect(await code(c.updateOne({ _id: 1 }, { $set: { _id: 2 } }))).to.equal(66);
    expect(await code(c.updateOne({ _id: 1 }, { $set: { a: 1, 'a.b': 1 } }))).to.equal(40);
    expect(await code(c.updateOne({ _id: 1 }, { $set: { 's.x': 1 } }))).to.equal(28);
    expect(await code(c.updateOne({ _id: 1 }, { $foo: { a: 1 } } as never))).to.equal(9);
    expect(await code(c.find({ a: { $foo: 1 } }).toArray())).to.equal(2);
    expect(await code(t.db.command({ nonsense: 1 }))).to.equal(59);
    expect(await code(c.watch().next())).to.equal(40573);
    expect(await code(c.insertOne({ _id: [1] as never }))).to.equal(53);
    expect(await code(c.find({}).hint('none').toArray())).to.equal(2);
    expect(await code(c.find({ $where: 'true' }).toArray())).to.equal(2);
    expect(await code(c.dropIndex('none'))).to.equal(27);
    const transaction = {
      insert: 'refused',
      documents: [{ _id: 9 }],
      txnNumber: Long.fromNumber(1),
    };
    expect(await code(t.db.command(transaction))).to.equal(20);
  });

  it('finds, changes and removes in one step', async () => {
    const c = t.db.collection<{ _id: number; n: number }>('one');
    await c.insertMany([
      { _id: 1, n: 3 },
      { _id: 2, n: 1 },
      { _id: 3, n: 2 },
    ]);
    const before = await c.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: 1 } });
    expect(before).to.deep.equal({ _id: 2, n: 1 });
    const after = await c.findOneAndUpdate(
      { _id: 9 },
      { $set: { n: 5 } },
      { upsert: true, returnDocument: 'after', projection: { n: 1, _id: 0 } },
    );
    expect(after).to.deep.equal({ n: 5 });
    expect(await c.findOneAndDelete({}, { sort: { n: -1 } })).to.deep.equal({ _id: 2, n: 11 });
    expect(
      await c.findOneAndReplace({ _id: 1 }, { n: 7 }, { returnDocument: 'after' }),
    ).to.deep.equal({ _id: 1, n: 7 });
  });

  it('compares strings without case under a collation', async () => {
    const c = t.db.collection('collated');
    await c.insertMany([{ n: 'Anna' }, { n: 'anna' }, { n: 'Ánna' }, { n: 'Bert' }]);
    const count = (strength: 1 | 2 | 3) =>
      c.countDocuments({ n: 'ANNA' }, { collation: { locale: 'en', strength } });
    expect([await count(1), await count(2), await count(3)]).to.deep.equal([3, 2, 0]);
    await c.createIndex({ n: 1 }, { collation: { locale: 'en', strength: 2 }, name: 'ci' });
    expect(await count(2)).to.equal(2);
    const plan = await c.find({ n: 'ANNA' }).collation({ locale: 'en', strength: 2 }).explain();
    expect(JSON.stringify(plan)).to.contain('"indexName":"ci"');
  });

  it('projects', async () => {
    const c = t.db.collection<{ _id: number; [name: string]: unknown }>('projected');
    await c.insertOne({
      _id: 1,
      a: { b: 1, c: 2 },
      list: [
        { k: 1, v: 'x' },
        { k: 2, v: 'y' },
      ],
      n: 4,
    });
    const project = (projection: object, filter: object = {}) => c.findOne(filter, { projection });
    expect(await project({ 'a.b': 1 })).to.deep.equal({ _id: 1, a: { b: 1 } });
    expect(await project({ a: 0, list: 0, _id: 0 })).to.deep.equal({ n: 4 });
    expect(await project({ 'list.k': 1, _id: 0 })).to.deep.equal({ list: [{ k: 1 }, { k: 2 }] });
    expect(await project({ list: { $slice: -1 }, n: 1, _id: 0 })).to.deep.equal({
      list: [{ k: 2, v: 'y' }],
      n: 4,
    });
    expect(await project({ list: { $elemMatch: { k: 2 } }, _id: 0 })).to.deep.equal({
      list: [{ k: 2, v: 'y' }],
    });
    expect(await project({ 'list.$': 1, _id: 0 }, { 'list.k': 2 })).to.deep.equal({
      list: [{ k: 2, v: 'y' }],
    });
    expect(await project({ twice: { $multiply: ['$n', 2] }, _id: 0 })).to.deep.equal({ twice: 8 });
  });
});
