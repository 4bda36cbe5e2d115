// Measures matching on a test collection, through the HTTP API of a fresh service: npm run
// bench:matching -- <folder>; with --offline the index and the ranker alone, step by step and
// cross-validated; --needs <file> takes other needs of the folder, --among <folder> adds the
// capabilities of another (may be repeated); with --indexes the in-process index and the one on MEILI_URL, side by side; with
// --explanations whether reasons are true. EMBEDDINGS_URL adds the meaning.

import { parseArgs } from 'node:util';
import { compareIndexes } from './bench/index-comparison.ts';
import {
  measure,
  printMeasures,
  readCollection,
  type TestCollection,
} from './bench/matching-data.ts';
import { checkExplanations } from './bench/matching-explanations.ts';
import { printLadder } from './bench/matching-ladder.ts';
import { call, enterPeople } from './bench/people.ts';
import { openServices, startProduct } from './bench/product.ts';

const listLength = 50;
const atOnce = 8;

async function main(): Promise<void> {
  const { positionals, values: given } = parseArgs({
    allowPositionals: true,
    options: {
      needs: { type: 'string' },
      among: { type: 'string', multiple: true },
      explanations: { type: 'boolean' },
      indexes: { type: 'boolean' },
      offline: { type: 'boolean' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    throw new Error('Name the folder of the collection: npm run bench:matching -- <folder>');
  }
  const collection = await readCollection(folder, given);
  const { capabilities, needs, judgments } = collection;
  console.log(`${capabilities.length} capabilities, ${needs.length} needs`);
  if (given.explanations) {
    console.log('Text reasons of the five first:', await checkExplanations(collection));
    return;
  }
  if (given.indexes) return compareIndexes(collection);
  if (given.offline) return printLadder(collection);
  const rankings = await rankThroughTheDoor(collection);
  printMeasures(measure(rankings, judgments));
}

/** Posts everything as people would, lets the jobs match, and reads the lists. */
async function rankThroughTheDoor({ capabilities, needs }: TestCollection) {
  const services = await openServices();
  const product = await startProduct(services, { LOG_LEVEL: 'error', ...embeddingVariables() });
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
          const { state, rankerVersion } = await ask(
            people.bureau,
            'GET',
            `/needs/${ids.get(id)}/matches?limit=1`,
          );
          return state === 'ready' && (rankerVersion.includes('+') || !process.env.EMBEDDINGS_URL);
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

/** The service takes its embedding server from its environment alone. */
function embeddingVariables(): Record<string, string> {
  const given = Object.entries(process.env).filter(([name]) => name.startsWith('EMBEDDINGS_'));
  return Object.fromEntries(given.map(([name, value]) => [name, value ?? '']));
}

/** Whether no job of matching waits or runs. */
async function isQuiet(url: string): Promise<boolean> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const lines = metrics.split('\n').filter((line) => line.startsWith('daqiao_queue_jobs{'));
  return lines
    .filter((line) => /"(matching|meaning)"/.test(line) && /"(waiting|active)"/.test(line))
    .every((line) => line.endsWith(' 0'));
}

async function until(met: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 1_800_000;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error('Not done within half an hour.');
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
