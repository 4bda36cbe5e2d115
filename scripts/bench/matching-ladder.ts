import { analyse } from '../../src/features/matching/analyse.ts';
import type { Candidate } from '../../src/features/matching/candidate-index.ts';
import { createEmbedder, type Embedder } from '../../src/features/matching/embeddings.ts';
import type { Script } from '../../src/features/matching/find-terms.ts';
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { wholeText } from '../../src/features/matching/match-texts.ts';
import { type RankerModel, rank, rankerModel } from '../../src/features/matching/ranker.ts';
import {
  crossValidated,
  meanOf,
  pairedBootstrap,
} from '../../src/features/matching/retrieval-comparison.ts';
import { hit, ndcg, ndcgJudged } from '../../src/features/matching/retrieval-measures.ts';
import { createSegmenter } from '../../src/features/matching/segmenter.ts';
import {
  createVectorTable,
  type MeaningByScript,
} from '../../src/features/matching/vector-table.ts';
import type { TestCollection } from './matching-data.ts';

type Weights = Pick<
  RankerModel['weights'],
  'words' | 'bigrams' | 'characters' | 'translated' | 'meaning'
>;
type Found = { items: Candidate[]; meaning: MeaningByScript | undefined };

const only = (weights: Partial<Weights>): Weights => ({
  ...{ words: 0, bigrams: 0, characters: 0, translated: 0, meaning: 0 },
  ...weights,
});
const { words, bigrams, characters, translated, meaning } = rankerModel.weights;
const shipped = { words, bigrams, characters, translated, meaning };

/** What each kind of evidence adds: measured, compared with words and pairs, cross-validated. */
export async function printLadder(collection: TestCollection): Promise<void> {
  const embedder = embedderFromEnvironment();
  const found = await findAll(collection, embedder);
  const valuesOf = (measure: typeof ndcg, weights: Weights, depth: number) =>
    [...found].map(([id, one]) =>
      measure(ordered(one, weights), collection.judgments.get(id) ?? new Map(), depth),
    );
  const steps: [string, Weights][] = [
    ['words', only({ words })],
    ['pairs', only({ bigrams })],
    ['words + pairs', only({ words, bigrams })],
    ['characters', only({ characters })],
    ['words + pairs + characters', { ...shipped, translated: 0, meaning: 0 }],
    ['the same + translations', { ...shipped, meaning: 0 }],
  ];
  if (embedder) {
    steps.push(
      ['meaning', only({ meaning })],
      ['all, with meaning', shipped],
      ['all but translations', { ...shipped, translated: 0 }],
    );
  }
  const baseline = valuesOf(ndcg, only({ words, bigrams }), 10);

  console.log('\n| step | nDCG@10 | judged only | hit@5 | gain over words + pairs, 95 % |');
  console.log('|---|---|---|---|---|');
  for (const [name, weights] of steps) {
    const values = valuesOf(ndcg, weights, 10);
    const judged = meanOf(valuesOf(ndcgJudged, weights, 10));
    const hits = meanOf(valuesOf(hit, weights, 5));
    const figures = [meanOf(values), judged, hits].map((value) => value.toFixed(3));
    console.log(`| ${[name, ...figures, gainText(values, baseline)].join(' | ')} |`);
  }

  printBands('words, pairs, characters', { ...shipped, meaning: 0 });
  if (embedder) printBands('with meaning', shipped);

  console.log('\nConstants chosen on five sixths of the needs, measured on the rest:');
  const shares = [0.15, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 0.7];
  /** The spaces' weights in all as shipped, so many of them on characters. */
  const parted = (share: number) => {
    const all = words + bigrams + characters;
    const long = (all * (1 - share)) / 2;
    return { words: long, bigrams: long, characters: all * share };
  };
  const weightsTried = [1, 2, 3, 4, 5, 6];
  validate(
    'weight of translations',
    weightsTried.map((weight) => ({ ...shipped, meaning: 0, translated: weight })),
  );
  validate(
    'share of characters',
    shares.map((share) => only(parted(share))),
  );
  if (embedder) {
    const grid = [0, 0.01, 0.02, 0.03, 0.035, 0.04, 0.05, 0.06, 0.08];
    validate(
      'weight of meaning',
      grid.map((weight) => ({ ...shipped, meaning: weight })),
    );
    validate(
      'both',
      shares.flatMap((share) =>
        grid.map((weight) => ({ ...parted(share), translated, meaning: weight })),
      ),
    );
  }

  /** How many of the ten first of each list are in each band, and how many of those are good. */
  function printBands(name: string, weights: Weights) {
    const counts = new Map<string, { all: number; good: number }>();
    for (const [id, one] of found) {
      for (const { candidate, band } of ranked(one, weights).slice(0, 10)) {
        const count = counts.get(band) ?? { all: 0, good: 0 };
        count.all += 1;
        if ((collection.judgments.get(id)?.get(candidate.id) ?? 0) >= 2) count.good += 1;
        counts.set(band, count);
      }
    }
    const said = [...counts].map(([band, { all, good }]) => `${band} ${good} of ${all}`);
    console.log(`\nGraded 2 or 3, ${name}: ${said.sort().join(', ')}`);
  }

  function validate(name: string, settings: readonly Weights[]) {
    const tried = settings.map((weights) => valuesOf(ndcg, weights, 10));
    const plain = tried.map((values) => meanOf(values).toFixed(3));
    const values = crossValidated(tried);
    console.log(
      `${name}: ${meanOf(values).toFixed(3)}, gain ${gainText(values, baseline)}` +
        (plain.length < 20 ? `; each by itself ${plain.join(' ')}` : ''),
    );
  }
}

function gainText(values: readonly number[], baseline: readonly number[]): string {
  const { mean, low, high } = pairedBootstrap(values, baseline);
  return `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

function ranked({ items, meaning: at }: Found, weights: Weights) {
  const model = { ...rankerModel, weights: { ...rankerModel.weights, ...weights } };
  return rank({ indicators: [], meaning: at }, items, model);
}

const ordered = (found: Found, weights: Weights) =>
  ranked(found, weights).map(({ candidate }) => candidate.id);

/** Every capability with all that is known of it, for every need. */
async function findAll({ capabilities, needs }: TestCollection, embedder: Embedder | undefined) {
  const segmenter = createSegmenter();
  const index = await openInProcessIndex({ segmenter });
  const documents = capabilities.map(({ abstract: body, ...rest }) => ({
    ...rest,
    ...{ body, revision: 1, visibility: 'public' as const, district: 'd', organizationId: 'o' },
  }));
  await index.upsert(documents);
  const table = createVectorTable();
  const vectors = (await embedder?.embed(documents.map(wholeText), 'passage')) ?? [];
  vectors.forEach((vector, i) => {
    if (vector) table.set(documents[i]!.id, vector);
  });
  const found = new Map<string, Found>();
  for (const { id, title, problem } of needs) {
    const texts = [
      { field: 'title', text: title },
      { field: 'problem', text: problem },
    ];
    const { query } = analyse(texts, segmenter);
    const filters = { viewer: 'everything' } as const;
    const { items } = await index.search({ query, filters, limit: documents.length });
    const [near] =
      (await embedder?.embed([wholeText({ title, keywords: [], body: problem })], 'query')) ?? [];
    const worded = new Set(items.map((item) => item.id));
    const others = documents
      .filter((one) => !worded.has(one.id))
      .map((one) => withoutWords(index.scriptOf?.(one.id), one.id));
    found.set(id, {
      items: near
        ? [...items, ...others].map((item) => ({
            ...item,
            similarity: table.similarity(item.id, near),
          }))
        : items,
      meaning: near && table.statistics(near, (one) => index.scriptOf?.(one)),
    });
  }
  return found;
}

/** What shares no word with the need: only its meaning may find it. */
const withoutWords = (script: Script | undefined, id: string): Candidate => ({
  ...{ id, revision: 1, organizationId: 'o', score: 0, quantities: [] },
  spaces: { words: 0, bigrams: 0, characters: 0, translated: 0 },
  script: script ?? 'chinese',
});

/** The same variables as the service's. */
export function embedderFromEnvironment(): Embedder | undefined {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key } = process.env;
  const { EMBEDDINGS_QUERY_PREFIX: queryPrefix, EMBEDDINGS_PASSAGE_PREFIX: passagePrefix } =
    process.env;
  if (!url) return undefined;
  const given = Object.entries({ model, key, queryPrefix, passagePrefix }).filter(([, v]) => v);
  return createEmbedder({ url, ...Object.fromEntries(given), timeoutMs: 300_000 });
}
