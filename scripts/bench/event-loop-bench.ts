import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient } from 'mongodb';
import { createNewId } from '../../src/ids.ts';
import { madeUpCapabilities, madeUpNeeds } from './made-up-texts.ts';
import type { TestCollection } from './matching-data.ts';
import { call, enterPeople } from './people.ts';
import { openServices, startProduct } from './product.ts';
import { type Comparison, quantile } from './ratios.ts';

const needs = 500;

/**
 * How late /healthz answers while 500 needs are matched. Capabilities and needs are written into
 * the store of a service that is down; once up it finds that nothing is indexed nor matched.
 */
export async function benchEventLoop(
  collection: TestCollection,
  size: number,
): Promise<Comparison[]> {
  const services = await openServices();
  const client = await MongoClient.connect(services.mongoUri);
  const db = client.db();
  try {
    const first = await startProduct(services, { LOG_LEVEL: 'error' });
    await enterOnePair(first.url);
    await first.close();
    await fill(db, collection, Math.min(size, 20_000));
    const product = await startProduct(services, { LOG_LEVEL: 'error' });
    const indexing = await probe(product.url, async () => (await listsOf(db)) < 10);
    const matching = await probe(product.url, async () => (await listsOf(db)) < needs);
    await pause(3_000);
    const until = Date.now() + 10_000;
    const idle = await probe(product.url, async () => Date.now() < until);
    await product.close();
    return [
      compare(`/healthz p99 while ${needs} needs are matched ÷ idle`, matching, idle),
      compare('/healthz p99 while all capabilities are indexed ÷ idle', indexing, idle),
    ];
  } finally {
    await client.close();
    await services.close();
  }
}

function compare(what: string, busy: readonly number[], idle: readonly number[]): Comparison {
  const [ours, theirs] = [quantile(busy, 0.99), quantile(idle, 0.99)];
  return { what, bound: '<= 10', unit: 'ms', ours, theirs, ratio: ours / theirs };
}

const listsOf = (db: Db) => db.collection('match_lists').countDocuments();

/** Waits of requests sent one after another, 5 ms apart, as long as something goes on. */
async function probe(url: string, goesOn: () => Promise<boolean>): Promise<number[]> {
  const waits: number[] = [];
  let on = true;
  const watch = (async () => {
    while (await goesOn()) await pause(200);
    on = false;
  })();
  while (on) {
    const begun = performance.now();
    await (await fetch(`${url}/healthz`)).arrayBuffer();
    waits.push(performance.now() - begun);
    await pause(5);
  }
  await watch;
  return waits;
}

async function enterOnePair(url: string): Promise<void> {
  const people = await enterPeople(url);
  const capability = { title: '样例成果', abstract: '样例成果的摘要。' };
  await call(url, people.institute, 'POST', '/capabilities', capability);
  const need = { title: '样例需求', problem: '样例需求的问题，需要解决。' };
  const { id } = await call(url, people.enterprise, 'POST', '/needs', need);
  await call(url, people.enterprise, 'POST', `/needs/${id}/submit`);
  await call(url, people.bureau, 'POST', `/needs/${id}/vet`, { decision: 'accepted' });
}

/** Rows as the product writes them: copies of the two that it wrote, with texts of their own. */
async function fill(db: Db, collection: TestCollection, size: number): Promise<void> {
  const newId = createNewId();
  const copy = async (name: string, rows: Iterable<object>) => {
    const table = db.collection<{ _id: string }>(name);
    const sample = (await table.findOne({}))!;
    const batch: { _id: string }[] = [];
    for (const row of rows) {
      batch.push({ ...sample, ...row, _id: newId(new Date()), ...{ todo: [] } });
      if (batch.length === 500) await table.insertMany(batch.splice(0));
    }
    if (batch.length > 0) await table.insertMany(batch);
  };
  function* capabilityRows() {
    for (const { title, keywords, body: abstract } of madeUpCapabilities(collection, size)) {
      yield { title, keywords, abstract };
    }
  }
  function* needRows() {
    for (const { title, body: problem } of madeUpNeeds(collection, needs)) yield { title, problem };
  }
  await copy('capabilities', capabilityRows());
  await copy('needs', needRows());
}
