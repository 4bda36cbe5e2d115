import { analyse } from '../../src/features/matching/analyse.ts';
import type {
  CandidateDocument,
  CandidateQuery,
} from '../../src/features/matching/candidate-index.ts';
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { indexedTerms } from '../../src/features/matching/indexed-terms.ts';
import { createSegmenter } from '../../src/features/matching/segmenter.ts';
import { noTranslations } from '../../src/features/matching/translations.ts';
import { indexTuning } from '../../src/features/matching/tuning.ts';
import {
  createFts5,
  createMiniSearch,
  createPlainScan,
  type Peer,
  type Spaces,
} from './index-peers.ts';
import { madeUpCapabilities } from './made-up-texts.ts';
import type { TestCollection } from './matching-data.ts';
import { type Comparison, cpuTime, median } from './ratios.ts';
import { asNeed, createWholeMatch } from './whole-match.ts';

const filters = { viewer: { districts: ['330206'] }, validOn: '2026-07-01' };
const rounds = 5;
/** Queries for the slow peers, whose one round takes minutes otherwise. */
const few = 8;

type Query = { need: { title: string; problem: string }; query: CandidateQuery };

/** The median query of all needs, ours and each peer's in turn, on the same tokens. */
export async function benchQueries(
  collection: TestCollection,
  size: number,
  spaces: Spaces,
): Promise<Comparison[]> {
  const segmenter = createSegmenter();
  const index = await openInProcessIndex({ segmenter });
  const scan = createPlainScan(spaces, indexTuning.characters.ignoreAbove);
  const fts5 = createFts5(spaces);
  const miniSearch = createMiniSearch(spaces);
  const documents = new Map<string, CandidateDocument>();
  for (const document of madeUpCapabilities(collection, size)) {
    documents.set(document.id, document);
    const terms = indexedTerms(document, indexTuning.fields, segmenter);
    for (const peer of [scan, fts5, miniSearch]) peer.add(terms);
  }
  for (const peer of [scan, fts5, miniSearch]) peer.finish();
  await index.upsert([...documents.values()]);

  const queries = collection.needs.map((need): Query => {
    const texts = Object.entries(need).map(([field, text]) => ({ field, text }));
    const { query } = analyse(texts.slice(1), segmenter);
    return { need, query: pick(query, spaces) };
  });
  const ours = ({ query }: Query) => index.search({ query, filters, limit: 300 });
  const match = createWholeMatch(index, segmenter, documents);
  const whole = ({ need }: Query) => match(asNeed(need.title, need.problem));
  const by = (peer: Peer) => (query: Query) => peer.search(query.query);

  const what = `of ${spaces.join(' + ')}`;
  const results = [
    await slower(`query ${what} ÷ a plain scan of them`, '<= 1.5', queries, ours, by(scan)),
    await faster(`SQLite FTS5 ÷ query ${what}`, '>= 100', queries, ours, by(fts5)),
    await faster(`MiniSearch ÷ query ${what}`, '>= 500', queries, ours, by(miniSearch)),
  ];
  if (spaces.length === 3) {
    results.push(await slower('whole match ÷ the plain scan', '<= 10', queries, whole, by(scan)));
  }
  return results;
}

const noTerms = {
  words: new Map(),
  bigrams: new Map(),
  characters: new Map(),
  translations: noTranslations,
};

/** With all spaces our side looks for the translations too, which no peer does. */
const pick = (query: CandidateQuery, spaces: Spaces): CandidateQuery =>
  spaces.length === 3
    ? query
    : { ...noTerms, ...Object.fromEntries(spaces.map((space) => [space, query[space]])) };

type Work = (query: Query) => unknown;

async function slower(
  what: string,
  bound: string,
  queries: readonly Query[],
  ours: Work,
  theirs: Work,
): Promise<Comparison> {
  const pairs = await inTurn(queries, rounds, ours, theirs);
  return { what, bound, ...summary(pairs), ratio: median(pairs.map(([a, b]) => a / b)) };
}

async function faster(
  what: string,
  bound: string,
  queries: readonly Query[],
  ours: Work,
  theirs: Work,
): Promise<Comparison> {
  const pairs = await inTurn(queries.slice(0, few), 1, ours, theirs);
  return { what, bound, ...summary(pairs), ratio: median(pairs.map(([a, b]) => b / a)) };
}

const summary = (pairs: readonly [number, number][]) => ({
  unit: 'ms of processor time',
  ours: median(pairs.map(([a]) => a)),
  theirs: median(pairs.map(([, b]) => b)),
});

/** Both sides' times for each query in turn, after one round that is not counted. */
async function inTurn(queries: readonly Query[], rounds: number, ours: Work, theirs: Work) {
  const pairs: [number, number][] = [];
  for (const query of queries) await ours(query);
  await theirs(queries[0]!);
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      pairs.push([await cpuTime(() => ours(query)), await cpuTime(() => theirs(query))]);
    }
  }
  return pairs;
}
