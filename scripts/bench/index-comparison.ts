import { Meilisearch } from 'meilisearch';
import { analyse } from '../../src/features/matching/analyse.ts';
import type {
  CandidateDocument,
  CandidateIndex,
} from '../../src/features/matching/candidate-index.ts';
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { indicatorsOf, wholeText } from '../../src/features/matching/match-texts.ts';
import { withMeaning } from '../../src/features/matching/meaning-index.ts';
import { createMeilisearchIndex } from '../../src/features/matching/meilisearch-index.ts';
import { keyUid } from '../../src/features/matching/meilisearch-keys.ts';
import { createMeilisearchServer } from '../../src/features/matching/meilisearch-server.ts';
import { rank, rankerModel } from '../../src/features/matching/ranker.ts';
import { meanOf, pairedBootstrap } from '../../src/features/matching/retrieval-comparison.ts';
import { hit, ndcg, ndcgJudged, recall } from '../../src/features/matching/retrieval-measures.ts';
import { createSegmenter } from '../../src/features/matching/segmenter.ts';
import type { Vector } from '../../src/features/matching/vector.ts';
import type { TestCollection } from './matching-data.ts';
import { embedderFromEnvironment } from './matching-ladder.ts';

const kept = 300;
const readBack = 50;

/**
 * The collection on both indexes in one run, filled directly and ranked by the service's own code:
 * what the search server costs in quality and in time.
 */
export async function compareIndexes({ capabilities, needs, judgments }: TestCollection) {
  const { MEILI_URL: url, MEILI_KEY: key } = process.env;
  if (!url) throw new Error('Name the search server by MEILI_URL and MEILI_KEY.');
  const segmenter = createSegmenter();
  const embedder = embedderFromEnvironment();
  const documents = capabilities.map(
    ({ abstract: body, ...rest }): CandidateDocument => ({
      ...rest,
      ...{ body, revision: 1, visibility: 'public', district: 'd', organizationId: 'o' },
    }),
  );
  const embedded = (await embedder?.embed(documents.map(wholeText), 'passage')) ?? [];
  const vectors = embedded.map((vector, i) => ({ id: documents[i]!.id, vector }));
  const meanings: (Vector | undefined)[] =
    (await embedder?.embed(
      needs.map(({ title, problem }) => wholeText({ title, keywords: [], body: problem })),
      'query',
    )) ?? [];

  const owner = new Meilisearch({ host: url, apiKey: key });
  const namespace = `bench${process.pid}`;
  const uid = `${namespace}_capabilities`;
  const server = createMeilisearchServer({ url, key, namespace });
  const words = await openInProcessIndex({ segmenter });
  const byId = new Map(documents.map((document) => [document.id, document]));
  const inProcess = withMeaning(words, {
    segmenter,
    read: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    async *since() {},
  });
  const keepsVectors = embedder !== undefined;
  const onServer = createMeilisearchIndex({ server, uid, segmenter, keepsVectors });

  async function run(index: CandidateIndex) {
    const filling = performance.now();
    await index.upsert(documents, embedder && vectors);
    const fillSeconds = (performance.now() - filling) / 1000;
    const lists = new Map<string, string[]>();
    const times: number[] = [];
    for (const [i, { id, title, problem }] of needs.entries()) {
      const texts = [
        { field: 'title', text: title },
        { field: 'problem', text: problem },
      ];
      const begun = performance.now();
      const analysed = analyse(texts, segmenter);
      const near = meanings[i];
      const { meaning } = await index.statistics(analysed.query, near);
      const filters = { viewer: 'everything' } as const;
      const { items } = await index.search({ query: analysed.query, near, filters, limit: kept });
      const ranking = { indicators: indicatorsOf({}, analysed), meaning };
      const ranked = rank(ranking, items, rankerModel).slice(0, readBack);
      times.push(performance.now() - begun);
      lists.set(
        id,
        ranked.map(({ candidate }) => candidate.id),
      );
    }
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
    return { lists, fillSeconds, median };
  }

  try {
    const [here, there] = [await run(inProcess), await run(onServer)];
    const valuesOf = (lists: Map<string, string[]>, of: typeof ndcg, depth: number) =>
      [...lists].map(([id, list]) => of(list, judgments.get(id) ?? new Map(), depth));
    const { pkgVersion } = await owner
      .getVersion()
      .catch(() => ({ pkgVersion: 'of unknown version' }));
    const name = embedder ? 'all, with meaning' : 'words + pairs + characters';
    console.log(`\n${name}; Meilisearch ${pkgVersion}`);
    console.log('| index | nDCG@10 | judged only | hit@5 | recall@50 | fill | median of a need |');
    console.log('|---|---|---|---|---|---|---|');
    for (const [index, { lists, fillSeconds, median }] of [
      ['in-process', here],
      ['Meilisearch', there],
    ] as const) {
      const figures = [
        valuesOf(lists, ndcg, 10),
        valuesOf(lists, ndcgJudged, 10),
        valuesOf(lists, hit, 5),
        valuesOf(lists, recall, 50),
      ].map((values) => meanOf(values).toFixed(3));
      const times = [`${fillSeconds.toFixed(1)} s`, `${median.toFixed(1)} ms`];
      console.log(`| ${[index, ...figures, ...times].join(' | ')} |`);
    }
    const { mean, low, high } = pairedBootstrap(
      valuesOf(there.lists, ndcg, 10),
      valuesOf(here.lists, ndcg, 10),
    );
    console.log(
      `Meilisearch − in-process: ${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
    );
    const shared = [...here.lists].map(([id, list]) => {
      const other = new Set(there.lists.get(id));
      return list.slice(0, 10).filter((one) => other.has(one)).length / Math.min(10, list.length);
    });
    console.log(`Of the first ten in process, ${meanOf(shared).toFixed(3)} are on the other list.`);
  } finally {
    await owner.deleteIndexIfExists(uid);
    await owner.deleteKey(keyUid(namespace)).catch(() => {});
  }
}
