import { setTimeout as pause } from 'node:timers/promises';
import type { Capability } from '../../src/features/capabilities/capability.ts';
import { analyse } from '../../src/features/matching/analyse.ts';
import type {
  CandidateDocument,
  CandidateIndex,
  CandidateQuery,
} from '../../src/features/matching/candidate-index.ts';
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { createMatcher } from '../../src/features/matching/matcher.ts';
import { rankerModel } from '../../src/features/matching/ranker.ts';
import { createSegmenter, type Segmenter } from '../../src/features/matching/segmenter.ts';
import { madeUpCapabilities, madeUpNeeds } from './made-up-texts.ts';
import type { TestCollection } from './matching-data.ts';
import { type Comparison, cpuTime, median, quantile } from './ratios.ts';
import { asCapability, asNeed } from './whole-match.ts';

const filters = { viewer: 'everything' } as const;

/** A built index in use: documents change, and all of it is built anew while queries come. */
export async function benchLife(
  collection: TestCollection,
  size: number,
  snapshotFile: string,
): Promise<Comparison[]> {
  const segmenter = createSegmenter();
  const index = await openInProcessIndex({ segmenter, snapshotFile });
  const queries = collection.needs.map(({ title, problem }) => queryOf(title + problem, segmenter));
  const results = [
    await benchUpserts(index, collection, queries, segmenter),
    await benchReverse(index, collection, queries, segmenter),
    ...(await benchRebuild(index, collection, Math.ceil(size / 5), queries)),
  ];
  await index.close();
  return results;
}

const queryOf = (text: string, segmenter: Segmenter) =>
  analyse([{ field: 'text', text }], segmenter).query;

/** A new revision each, searched for at once. */
async function benchUpserts(
  index: CandidateIndex,
  collection: TestCollection,
  queries: readonly CandidateQuery[],
  segmenter: Segmenter,
): Promise<Comparison> {
  const [upserts, searches]: [number[], number[]] = [[], []];
  const sign = queryOf('独一无二之新词', segmenter);
  let revision = 2;
  for (const document of madeUpCapabilities(collection, 100)) {
    const changed = { ...document, revision, body: `${document.body}独一无二之新词。` };
    revision += 1;
    upserts.push(await cpuTime(() => index.upsert([changed])));
    const { items } = await index.search({ query: sign, filters, limit: 1_000 });
    const seen = items.find(({ id }) => id === document.id);
    if (seen?.revision !== changed.revision) throw new Error('An upsert was not visible at once.');
    const query = queries[revision % queries.length]!;
    searches.push(await cpuTime(() => index.search({ query, filters, limit: 300 })));
    await pause(1);
  }
  const [ours, theirs] = [median(upserts), median(searches)];
  const what = 'an upsert, visible at once ÷ one query';
  return { what, bound: '<= 1', unit: 'ms of processor time', ours, theirs, ratio: ours / theirs };
}

/** A new capability's best open needs, each scored as a search for the need would score it. */
async function benchReverse(
  capabilities: CandidateIndex,
  collection: TestCollection,
  queries: readonly CandidateQuery[],
  segmenter: Segmenter,
): Promise<Comparison> {
  const needs = await openInProcessIndex({ segmenter });
  const open = new Map([...madeUpNeeds(collection, 10_000)].map((need) => [need.id, need]));
  await needs.upsert([...open.values()]);
  const matcher = createMatcher({ capabilities, needs, segmenter });
  const reverse = async (capability: Capability) => {
    for (const { id } of await matcher.needsNear(capability, '2026-07-01', 50)) {
      const { title, body } = open.get(id)!;
      const reading = await matcher.read(asNeed(title, body), 'public');
      matcher.scorePair(reading, capability, undefined, rankerModel);
    }
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const document of madeUpCapabilities(collection, 48)) {
    ours.push(await cpuTime(() => reverse(asCapability(document))));
    const query = queries[theirs.length]!;
    theirs.push(await cpuTime(() => capabilities.search({ query, filters, limit: 300 })));
  }
  const what = 'a new capability against 10,000 open needs ÷ one need query';
  const ratio = median(ours) / median(theirs);
  const unit = 'ms of processor time';
  return { what, bound: '<= 10', unit, ours: median(ours), theirs: median(theirs), ratio };
}

/** How late queries are answered that are due every 20 ms, idle and during a rebuild. */
async function benchRebuild(
  index: CandidateIndex,
  collection: TestCollection,
  documents: number,
  queries: readonly CandidateQuery[],
): Promise<Comparison[]> {
  const idle = await waits(index, queries, pause(4_000));
  const begun = performance.now();
  const during = await waits(index, queries, index.rebuild(stream(collection, documents)));
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const compare = (name: string, share: number) => {
    const [ours, theirs] = [quantile(during, share), quantile(idle, share)];
    const what = `${name} of ${during.length} queries during a rebuild of ${seconds} s ÷ idle`;
    return { what, bound: '<= 10', unit: 'ms', ours, theirs, ratio: ours / theirs };
  };
  return [compare('p99', 0.99), compare('longest', 1)];
}

async function waits(
  index: CandidateIndex,
  queries: readonly CandidateQuery[],
  work: Promise<unknown>,
): Promise<number[]> {
  let running = true;
  const ended = work.finally(() => {
    running = false;
  });
  const waited: number[] = [];
  while (running) {
    const due = performance.now() + 20;
    await pause(20);
    const query = queries[waited.length % queries.length]!;
    await index.search({ query, filters, limit: 300 });
    waited.push(performance.now() - due);
  }
  await ended;
  return waited;
}

async function* stream(
  collection: TestCollection,
  count: number,
): AsyncGenerator<CandidateDocument> {
  yield* madeUpCapabilities(collection, count);
}
