import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { openTestStore, rejection, type TestStore } from './test-store.ts';

describe('the embedded store under Mongoose', () => {
  let t: TestStore;
  let connection: mongoose.Connection;
  before(async () => {
    t = await openTestStore();
    connection = await mongoose.createConnection(t.store.uri).asPromise();
  });
  after(async () => {
    await connection.close();
    await t.close();
  });

  it('builds the indexes of a schema and keeps them', async () => {
    const schema = new mongoose.Schema(
      {
        _id: String,
        title: { type: String, required: true },
        owner: { type: String, index: true },
        requests: [{ actor: String, key: String, _id: false }],
        state: String,
        revision: { type: Number, default: 0 },
      },
      { timestamps: true },
    );
    schema.index(
      { 'requests.actor': 1, 'requests.key': 1 },
      { unique: true, partialFilterExpression: { 'requests.key': { $exists: true } } },
    );
    schema.index({ state: 1, createdAt: -1, _id: -1 });
    const Need = connection.model('Need', schema);
    await Need.init();
    await Need.create({
      _id: '1',
      title: 'a',
      state: 'open',
      requests: [{ actor: 'x', key: 'k' }],
    });
    const again = Need.create({ _id: '2', title: 'b', requests: [{ actor: 'x', key: 'k' }] });
    expect((await rejection(again)).code).to.equal(11000);
    await Need.create({
      _id: '3',
      title: 'c',
      state: 'open',
      requests: [
        { actor: 'x', key: 'l' },
        { actor: 'y', key: 'k' },
      ],
    });
    const won = await Need.findOneAndUpdate(
      { _id: '1', revision: 0 },
      {
        $set: { state: 'engaged' },
        $inc: { revision: 1 },
        $push: { requests: { actor: 'z', key: 'k' } },
      },
      { returnDocument: 'after' },
    );
    expect(won).to.include({ state: 'engaged', revision: 1 });
    const lost = await Need.findOneAndUpdate(
      { _id: '1', revision: 0 },
      { $set: { state: 'closed' } },
    );
    expect(lost).to.equal(null);
    const page = await Need.find({ state: 'open' })
      .sort({ createdAt: -1, _id: -1 })
      .limit(20)
      .lean();
    expect(page.map((need) => need._id)).to.deep.equal(['3']);
  });

  it('populates, validates and saves changes of arrays', async () => {
    const Owner = connection.model('Owner', new mongoose.Schema({ name: String }));
    const Thing = connection.model(
      'Thing',
      new mongoose.Schema({
        owner: { type: mongoose.Schema.Types.ObjectId, ref: 'Owner' },
        parts: [{ n: Number }],
      }),
    );
    const owner = await Owner.create({ name: 'o' });
    const thing = await Thing.create({ owner: owner._id, parts: [{ n: 1 }, { n: 2 }] });
    thing.parts[0]!.n = 5;
    thing.parts.push({ n: 3 });
    await thing.save();
    const read = await Thing.findById(thing._id).populate<{ owner: { name: string } }>('owner');
    expect(read!.owner.name).to.equal('o');
    expect(read!.parts.map((part) => part.n)).to.deep.equal([5, 2, 3]);
  });

  it('stores and reads files through GridFS', async () => {
    const bucket = new mongoose.mongo.GridFSBucket(connection.db!, { bucketName: 'files' });
    const content = randomBytes(1_500_000);
    const upload = bucket.openUploadStream('drawing.pdf', { metadata: { sha256: 'x' } });
    await new Promise<void>((resolve, reject) => {
      upload.on('finish', resolve).on('error', reject);
      upload.end(content);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of bucket.openDownloadStream(upload.id)) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(content)).to.equal(true);
    const [file] = await bucket.find({ filename: 'drawing.pdf' }).toArray();
    expect(file!.length).to.equal(content.length);
    await bucket.delete(upload.id);
    expect(await connection.db!.collection('files.chunks').countDocuments()).to.equal(0);
  });
});
