// Measures the embedded store: does an index keep a read's cost flat, and how close are batches to the bare file engine?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { mongo } from 'mongoose';
import { startEmbeddedMongo } from '../src/embedded/mongo/start.ts';

const small = 1_000;
const large = 100_000;
const reads = 400;
const rounds = 7;
const warmUp = 10;
const batches = 40;
const batchSize = 1_000;
const fsync = (process.argv[2] ?? 'normal') as 'off' | 'normal' | 'full';

interface Row {
  _id: string;
  district: string;
  createdAt: Date;
  title: string;
  body: string;
}

const filler = 'x'.repeat(400);

function row(i: number): Row {
  return {
    _id: `n${String(i).padStart(8, '0')}`,
    district: `d${i % 5}`,
    createdAt: new Date(1_700_000_000_000 + Math.floor(i / 2) * 1000),
    title: `need ${i}`,
    body: filler,
  };
}

async function fill(collection: mongo.Collection<Row>, count: number): Promise<void> {
  await collection.createIndex({ title: 1 });
  await collection.createIndex({ district: 1, createdAt: -1, _id: -1 });
  for (let at = 0; at < count; at += 5000) {
    const size = Math.min(5000, count - at);
    await collection.insertMany(Array.from({ length: size }, (_, i) => row(at + i)));
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function perCall(times: number, call: (i: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < times; i++) await call(i);
  return ((performance.now() - start) / times) * 1000;
}

type Read = (collection: mongo.Collection<Row>, count: number, i: number) => Promise<unknown>;

const shapes: Record<string, Read> = {
  'findOne by _id': (c, count, i) => c.findOne({ _id: row((i * 7919) % count)._id }),
  'findOne by an indexed field': (c, count, i) =>
    c.findOne({ title: `need ${(i * 7919) % count}` }),
  'page of 20, equality + sort': (c, _count, i) =>
    c
      .find({ district: `d${i % 5}` })
      .sort({ createdAt: -1, _id: -1 })
      .limit(20)
      .toArray(),
  'page of 20 behind a cursor': (c, count, i) => {
    const { createdAt, _id } = row((i * 7919) % count);
    const after = [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: _id } }];
    return c
      .find({ district: `d${i % 5}`, $or: after })
      .sort({ createdAt: -1, _id: -1 })
      .limit(20)
      .toArray();
  },
};

/** Compares both sizes by the median of rounds that take turns, so that noise hits both alike. */
async function benchReads(collections: Map<number, mongo.Collection<Row>>): Promise<void> {
  console.log(
    `\n${'read'.padEnd(30)} ${small.toLocaleString()} docs   ${large.toLocaleString()} docs   ratio (≤ 2)`,
  );
  for (const [name, read] of Object.entries(shapes)) {
    const times = new Map([...collections.keys()].map((count) => [count, [] as number[]]));
    for (let round = 0; round <= rounds; round++) {
      for (const [count, collection] of collections) {
        const time = await perCall(reads, (i) => read(collection, count, i + round));
        if (round > 0) times.get(count)!.push(time);
      }
    }
    const [a, b] = [median(times.get(small)!), median(times.get(large)!)];
    console.log(
      `${name.padEnd(30)} ${a.toFixed(0).padStart(7)} µs ${b.toFixed(0).padStart(11)} µs ${(b / a).toFixed(2).padStart(9)}`,
    );
  }
}

const payload = 'y'.repeat(940);

function bareEngine(folder: string): (round: number) => void {
  const db = new Database(join(folder, 'bare.db'));
  db.exec('PRAGMA page_size = 8192');
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  db.exec('PRAGMA journal_mode = WAL');
  db.exec(`PRAGMA synchronous = ${fsync}`);
  db.exec('CREATE TABLE docs (id TEXT PRIMARY KEY, doc BLOB NOT NULL)');
  const insert = db.prepare('INSERT INTO docs VALUES (?, ?)');
  const doc = Buffer.from(payload.padEnd(1000, 'z'));
  return (round) => {
    db.exec('BEGIN');
    for (let i = 0; i < batchSize; i++) {
      insert.run([`b${String(round * batchSize + i).padStart(8, '0')}`, doc]);
    }
    db.exec('COMMIT');
  };
}

async function benchInserts(
  collection: mongo.Collection<{ _id: string; body: string }>,
  folder: string,
) {
  const bare = bareEngine(folder);
  const times = { bare: [] as number[], store: [] as number[] };
  for (let round = 0; round < warmUp + batches; round++) {
    let start = performance.now();
    bare(round);
    if (round >= warmUp) times.bare.push(performance.now() - start);
    const docs = Array.from({ length: batchSize }, (_, i) => ({
      _id: `b${String(round * batchSize + i).padStart(8, '0')}`,
      body: payload,
    }));
    start = performance.now();
    await collection.insertMany(docs);
    if (round >= warmUp) times.store.push(performance.now() - start);
  }
  const [a, b] = [median(times.bare), median(times.store)];
  console.log(`\nbatches of ${batchSize} inserts of 1 kB, fsync ${fsync}`);
  console.log(`file engine written directly ${((batchSize / a) * 1000).toFixed(0)} docs/s`);
  console.log(`through driver and store     ${((batchSize / b) * 1000).toFixed(0)} docs/s`);
  console.log(`throughput ratio (≥ 0.3)     ${(a / b).toFixed(2)}`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const socketPath = join(folder, 'mongo.sock');
  const store = await startEmbeddedMongo({ dataDir: join(folder, 'data'), socketPath, fsync });
  const client = await mongo.MongoClient.connect(store.uri);
  try {
    const db = client.db('bench');
    await benchInserts(db.collection('inserts'), folder);
    const collections = new Map<number, mongo.Collection<Row>>();
    for (const count of [small, large]) {
      collections.set(count, db.collection<Row>(`c${count}`));
      await fill(collections.get(count)!, count);
    }
    await benchReads(collections);
    const single = await perCall(1000, (i) =>
      db.collection('one').insertOne({ n: i, body: filler }),
    );
    const ping = await perCall(1000, () => db.command({ ping: 1 }));
    console.log(
      `\ninsertOne ${single.toFixed(0)} µs, ping (the bare round trip) ${ping.toFixed(0)} µs`,
    );
    const status = await db.command({ serverStatus: 1 });
    console.log(`resident memory of the store ${status.mem.resident} MB`);
  } finally {
    await client.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
