import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { mongo } from 'mongoose';
import { openEngine } from '../../src/embedded/mongo/engine.ts';
import { createWireServer } from '../../src/embedded/mongo/server.ts';
import { rejection } from './test-store.ts';

describe('the embedded store when the disk is full', () => {
  it('refuses the write as a whole, keeps what it had and goes on when there is room', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'em-'));
    const engine = openEngine(join(folder, 'data'), 'off');
    const logged: string[] = [];
    const server = createWireServer(engine, (_level, text) => logged.push(text));
    const socketPath = join(folder, 's.sock');
    await server.listen(socketPath);
    const uri = `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`;
    const client = await mongo.MongoClient.connect(uri, { retryWrites: false });
    const c = client.db('d').collection<{ _id: number; body: string }>('c');
    await c.createIndex({ body: 1 });
    await c.insertOne({ _id: 0, body: 'x' });
    engine.store.db.exec('PRAGMA max_page_count = 40');
    const docs = Array.from({ length: 900 }, (_, i) => ({
      _id: i + 1,
      body: `${i}`.padEnd(800, 'y'),
    }));
    const error = await rejection(c.insertMany(docs));
    expect(error.code).to.equal(14031);
    expect(await c.countDocuments()).to.equal(1);
    expect(logged.join()).to.contain('rolled back');
    engine.store.db.exec('PRAGMA max_page_count = 1000000');
    await c.insertMany(docs);
    expect(await c.countDocuments()).to.equal(901);
    expect(await c.find({ body: 'x' }).toArray()).to.have.length(1);
    await client.close();
    await server.close();
    engine.store.close();
    await rm(folder, { recursive: true, force: true });
  });
});
