// Measures matching on a test collection, through the HTTP API of a fresh service: npm run
// bench:matching -- <folder>; with --offline the index and the ranker alone, for tuning.
import { analyse } from '../src/features/matching/analyse.ts';
import { openInProcessIndex } from '../src/features/matching/in-process-index.ts';
import { rank } from '../src/features/matching/ranker.ts';
import { createSegmenter } from '../src/features/matching/segmenter.ts';
import {
  measure,
  printMeasures,
  readCollection,
  type TestCollection,
} from './bench/matching-data.ts';
import { call, enterPeople } from './bench/people.ts';
import { openServices, startProduct } from './bench/product.ts';

const district = '330206';
const listLength = 50;
const atOnce = 8;

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (folder === undefined) {
    throw new Error('Name the folder of the collection: npm run bench:matching -- <folder>');
  }
  const collection = await readCollection(folder);
  const { capabilities, needs, judgments } = collection;
  console.log(`${capabilities.length} capabilities, ${needs.length} needs`);
  const rankings = args.includes('--offline')
    ? await rankOffline(collection)
    : await rankThroughTheDoor(collection);
  printMeasures(measure(rankings, judgments));
}

async function rankOffline({ capabilities, needs }: TestCollection) {
  const segmenter = createSegmenter();
  const index = await openInProcessIndex({ segmenter });
  await timed('index', () =>
    index.upsert(
      capabilities.map(({ id, title, keywords, abstract }) => {
        const where = { visibility: 'public', district, organizationId: 'o' } as const;
        return { id, revision: 1, title, keywords, body: abstract, ...where };
      }),
    ),
  );
  const rankings = new Map<string, string[]>();
  await timed('match', async () => {
    for (const { id, title, problem } of needs) {
      const texts = [
        { field: 'title', text: title },
        { field: 'problem', text: problem },
      ];
      const { query } = analyse(texts, segmenter);
      const filters = { viewer: 'everything' } as const;
      const { items } = await index.search({ query, filters, limit: 300 });
      const ranked = rank({ indicators: [] }, items).slice(0, listLength);
      rankings.set(
        id,
        ranked.map(({ candidate }) => candidate.id),
      );
    }
  });
  return rankings;
}

/** Posts everything as people would, lets the jobs match, and reads the lists. */
async function rankThroughTheDoor({ capabilities, needs }: TestCollection) {
  const services = await openServices();
  const product = await startProduct(services, { LOG_LEVEL: 'error' });
  try {
    const people = await enterPeople(product.url);
    const ask = (who: string, method: string, path: string, body?: unknown) =>
      call(product.url, who, method, path, body);
    const path = (id: string) => `/needs/${id}/matches?limit=${listLength}`;

    await timed('post capabilities', () =>
      inLanes(capabilities, async ({ id: externalId, title, abstract, keywords }) => {
        const known = [...new Set(keywords)].filter((word) => word.trim() !== '');
        const body = { externalId, title, abstract, keywords: known };
        await ask(people.institute, 'POST', '/capabilities', body);
      }),
    );
    await timed('index the rest', () => until(() => isQuiet(product.url)));
    const ids = new Map<string, string>();
    await timed('post and vet needs', () =>
      inLanes(needs, async ({ id: externalId, title, problem }) => {
        const body = { externalId, title, problem };
        const { id } = await ask(people.enterprise, 'POST', '/needs', body);
        await ask(people.enterprise, 'POST', `/needs/${id}/submit`);
        await ask(people.bureau, 'POST', `/needs/${id}/vet`, { decision: 'accepted' });
        ids.set(externalId, id);
      }),
    );
    await timed('match the rest', () =>
      inLanes(needs, ({ id }) =>
        until(async () => {
          const { state } = await ask(
            people.bureau,
            'GET',
            `/needs/${ids.get(id)}/matches?limit=1`,
          );
          return state === 'ready';
        }),
      ),
    );
    const rankings = new Map<string, string[]>();
    await timed('read the lists', () =>
      inLanes(needs, async ({ id }) => {
        const { items } = await ask(people.bureau, 'GET', path(ids.get(id)!));
        rankings.set(
          id,
          items.map((item: { capability: { externalId: string } }) => item.capability.externalId),
        );
      }),
    );
    return rankings;
  } finally {
    await product.close();
    await services.close();
  }
}

/** Whether no job of matching waits or runs. */
async function isQuiet(url: string): Promise<boolean> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const lines = metrics.split('\n').filter((line) => line.startsWith('daqiao_queue_jobs{'));
  return lines
    .filter((line) => line.includes('"matching"') && /"(waiting|active)"/.test(line))
    .every((line) => line.endsWith(' 0'));
}

async function until(met: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 300_000;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error('Not done within five minutes.');
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items].reverse();
  const lane = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${what.padEnd(22)} ${((performance.now() - started) / 1000).toFixed(2)} s`);
  return result;
}

main().catch((error: Error) => {
  console.error(error.stack ?? error);
  process.exitCode = 1;
});
