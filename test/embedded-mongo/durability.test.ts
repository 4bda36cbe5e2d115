import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import Database from 'libsql';
import { mongo } from 'mongoose';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../src/embedded/mongo/start.ts';
import { rejection } from './test-store.ts';

interface Row {
  _id: string;
  writer: number;
  n: number;
  list: number[];
}

describe('the embedded store: crashes and refusals', () => {
  let folder: string;
  const socketPath = () => join(folder, 's.sock');
  const start = (options = {}) =>
    startEmbeddedMongo({ dataDir: join(folder, 'data'), socketPath: socketPath(), ...options });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'em-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Writers that note what was acknowledged, until the store is killed under them. */
  async function writeUntilKilled(
    store: EmbeddedMongo,
    acknowledged: Map<string, number>,
    round: number,
  ) {
    const client = await mongo.MongoClient.connect(store.uri, { serverSelectionTimeoutMS: 500 });
    const rows = client.db('d').collection<Row>('rows');
    await rows.createIndex({ writer: 1, n: 1 }, { unique: true });
    let killed = false;
    const writer = async (id: number) => {
      for (let n = 0; !killed; n++) {
        const _id = `${round}-${id}-${n}`;
        try {
          await rows.insertOne({ _id, writer: round * 100 + id, n, list: [] });
          acknowledged.set(_id, 0);
          await rows.updateOne({ _id }, { $push: { list: n } });
          acknowledged.set(_id, 1);
        } catch {
          return;
        }
      }
    };
    const writers = Array.from({ length: 6 }, (_, id) => writer(id));
    await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 200));
    process.kill(store.pid, 'SIGKILL');
    killed = true;
    await Promise.all(writers);
    await client.close(true);
  }

  it('has every acknowledged write after SIGKILL in the middle of concurrent writes, round after round', async () => {
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < 5; round++) {
      const store = await start();
      await writeUntilKilled(store, acknowledged, round);
    }
    const store = await start();
    const client = await mongo.MongoClient.connect(store.uri);
    const rows = client.db('d').collection<Row>('rows');
    const found = new Map((await rows.find().toArray()).map((row) => [row._id, row]));
    expect(acknowledged.size).to.be.greaterThan(50);
    for (const [_id, pushes] of acknowledged) {
      expect(found.get(_id)?.list.length, _id).to.be.at.least(pushes);
    }
    // Index and documents agree: every row is found through each of its keys, and no key is left over.
    const [byIndex] = await rows
      .aggregate([{ $match: { writer: { $gte: 0 } } }, { $count: 'n' }])
      .toArray();
    expect(byIndex!.n).to.equal(found.size);
    for (const row of [...found.values()].slice(0, 50)) {
      expect(await rows.findOne({ writer: row.writer, n: row.n })).to.deep.equal(row);
    }
    await client.close();
    await store.close();
  }).timeout(60_000);

  it('tells of an unexpected end and closes cleanly when asked', async () => {
    const ends: string[] = [];
    const store = await start({ onExit: (reason: string) => ends.push(reason) });
    process.kill(store.pid, 'SIGKILL');
    for (let i = 0; i < 100 && ends.length === 0; i++) await new Promise((r) => setTimeout(r, 20));
    expect(ends[0]).to.contain('unexpectedly (SIGKILL)');
    const second = await start({ onExit: (reason: string) => ends.push(reason) });
    await second.close();
    expect(ends).to.have.length(1);
  });

  it('refuses a folder that another process uses, naming it', async () => {
    const store = await start();
    const other = await rejection(start({ socketPath: join(folder, 'other.sock') }));
    expect(other.message)
      .to.contain(join(folder, 'data'))
      .and.to.contain('in use by another running process');
    await store.close();
    await (await start()).close();
  }).timeout(30_000);

  it('refuses a folder that cannot be made, a foreign file and a newer format', async () => {
    await writeFile(join(folder, 'file'), 'x');
    const blocked = await rejection(start({ dataDir: join(folder, 'file', 'data') }));
    expect(blocked.message).to.contain('cannot be written');
    await (await start()).close();
    const db = new Database(join(folder, 'data', 'documents.db'));
    db.exec("UPDATE meta SET value = 99 WHERE name = 'format'");
    db.close();
    expect((await rejection(start())).message).to.contain('newer version (format 99');
    await writeFile(join(folder, 'data', 'documents.db'), 'this is not a data file'.repeat(500));
    expect((await rejection(start())).message).to.contain('cannot be opened');
  }).timeout(30_000);

  it('ends when its parent is killed', async () => {
    const file = fileURLToPath(new URL('./parent.ts', import.meta.url));
    const parent = fork(file, [join(folder, 'data'), socketPath()], {
      execArgv: ['--import', 'tsx'],
    });
    const [pid] = (await once(parent, 'message')) as [number];
    parent.kill('SIGKILL');
    const alive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    for (let i = 0; i < 200 && alive(); i++) await new Promise((r) => setTimeout(r, 50));
    expect(alive()).to.equal(false);
  }).timeout(30_000);

  it('refuses a socket path over 107 bytes', async () => {
    const path = `/tmp/${'x'.repeat(110)}.sock`;
    expect((await rejection(start({ socketPath: path }))).message).to.contain('107');
  });
});
