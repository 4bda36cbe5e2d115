import { MongoClient } from 'mongodb';
import { createNewId } from '../../src/ids.ts';
import { type Load, measureLoad } from './load.ts';
import { call, enterPeople } from './people.ts';
import { openServices, startBare, startProduct } from './product.ts';
import { type Comparison, compare } from './ratios.ts';

/** Posting a need and reading a page of needs, against a bare handler on the same store. */
export async function benchNeeds(): Promise<Comparison[]> {
  const services = await openServices();
  const product = await startProduct(services);
  const bare = await startBare(services);
  try {
    const people = await enterPeople(product.url);
    const post = (url: string, authorization: string): Load => ({
      method: 'POST',
      url,
      headers: { authorization },
      body: () => JSON.stringify(aNeed()),
    });
    const posting = await compare(
      'POST /needs against one Mongoose insert',
      '>= 0.5',
      'per second',
      7,
      () => measureLoad(post(`${product.url}/api/v1/needs`, people.enterprise), 1_500, 16),
      () => measureLoad(post(`${bare.url}/needs`, ''), 1_500, 16),
    );
    await fill(services.mongoUri, await openOne(product.url, people), 100_000);
    const cursors = await collectCursors(product.url, people.bureau);
    let turn = 0;
    const page = (side: 'ours' | 'theirs'): Load => ({
      method: 'GET',
      headers: { authorization: side === 'ours' ? people.bureau : '' },
      get url() {
        const { cursor, after } = cursors[turn++ % cursors.length]!;
        return side === 'ours'
          ? `${product.url}/api/v1/needs?status=open&cursor=${cursor}`
          : `${bare.url}/needs?status=open&after=${after}`;
      },
    });
    const reading = await compare(
      'a page of 20 out of 100,000 needs against the same Mongoose query',
      '>= 0.6',
      'per second',
      7,
      () => measureLoad(page('ours'), 1_000, 16),
      () => measureLoad(page('theirs'), 1_000, 16),
    );
    return [posting, reading];
  } finally {
    await bare.close();
    await product.close();
    await services.close();
  }
}

const characters =
  '的钢铝塑胶涂层热压模具裂纹老化温度强度精度寿命成本检测焊接铸造注塑噪声振动腐蚀磨损密封泄漏';

/** Texts that differ, as needs do: near-duplicates would be a measurement of something else. */
function aNeed() {
  const text = (length: number) =>
    Array.from({ length }, () => characters[Math.floor(Math.random() * characters.length)]).join(
      '',
    );
  return {
    title: text(16),
    problem: text(180),
    indicators: [{ name: '寿命', relation: '>=', value: 3000, unit: 'h' }],
  };
}

async function openOne(url: string, people: Awaited<ReturnType<typeof enterPeople>>) {
  const { id } = await call(url, people.enterprise, 'POST', '/needs', aNeed());
  await call(url, people.enterprise, 'POST', `/needs/${id}/submit`);
  await call(url, people.bureau, 'POST', `/needs/${id}/vet`, { decision: 'accepted' });
  return id as string;
}

/** Copies one open need: rows as the product writes them, without waiting for its jobs. */
async function fill(uri: string, id: string, count: number) {
  const client = await MongoClient.connect(uri);
  const needs = client.db().collection<{ _id: string }>('needs');
  const sample = (await needs.findOne({ _id: id }))!;
  const newId = createNewId();
  for (let done = 0; done < count; done += 1_000) {
    const rows = Array.from({ length: 1_000 }, () => ({
      ...sample,
      ...aNeed(),
      _id: newId(new Date()),
      todo: [],
    }));
    await needs.insertMany(rows);
  }
  await client.close();
}

/** Places deep in the list, in both sides' own words. */
async function collectCursors(url: string, authorization: string) {
  const cursors: { cursor: string; after: string }[] = [];
  let cursor = '';
  for (let page = 0; page < 40; page++) {
    const path = `/needs?status=open&limit=100${cursor && `&cursor=${cursor}`}`;
    const { items, nextCursor } = await call(url, authorization, 'GET', path);
    cursor = nextCursor;
    cursors.push({ cursor, after: items.at(-1).id });
  }
  return cursors;
}
