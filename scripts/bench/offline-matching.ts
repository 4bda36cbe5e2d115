import { analyse } from '../../src/features/matching/analyse.ts';
import type { Candidate, CandidateDocument } from '../../src/features/matching/candidate-index.ts';
import type { Embedder } from '../../src/features/matching/embeddings.ts';
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { indicatorsOf, wholeText } from '../../src/features/matching/match-texts.ts';
import { withMeaning } from '../../src/features/matching/meaning-index.ts';
import type { RankingNeed } from '../../src/features/matching/ranker.ts';
import { createSegmenter } from '../../src/features/matching/segmenter.ts';
import type { TestCollection } from './matching-data.ts';

/** A need with its candidates, ready to be ranked by any model. */
export interface OfflineNeed {
  id: string;
  ranking: RankingNeed;
  candidates: Candidate[];
}

/** Index and candidates of a collection without a service, for trying rankers on. */
export async function openOffline(
  { capabilities, needs }: TestCollection,
  embedder?: Embedder,
): Promise<OfflineNeed[]> {
  const segmenter = createSegmenter();
  const where = { visibility: 'public', district: '330206', organizationId: 'o' } as const;
  const documents = capabilities.map(
    ({ id, title, keywords, abstract: body }): CandidateDocument => ({
      ...{ id, revision: 1, title, keywords, body, ...where },
    }),
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const index = withMeaning(await openInProcessIndex({ segmenter }), {
    segmenter,
    read: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    async *since() {},
  });
  const vectors = await embedder?.embed(documents.map(wholeText), 'passage');
  await index.upsert(
    documents,
    vectors?.map((vector, i) => ({ id: documents[i]!.id, vector })),
  );
  const offline: OfflineNeed[] = [];
  for (const { id, title, problem } of needs) {
    const texts = [
      { field: 'title', text: title },
      { field: 'problem', text: problem },
    ];
    const analysed = analyse(texts, segmenter);
    const { query } = analysed;
    const whole = wholeText({ title, keywords: [], body: problem });
    const near = (await embedder?.embed([whole], 'query'))?.[0];
    const filters = { viewer: 'everything' } as const;
    const { items } = await index.search({ query, near, filters, limit: 300 });
    const { meaning } = await index.statistics(query, near);
    const ranking = { indicators: indicatorsOf({}, analysed), meaning };
    offline.push({ id, ranking, candidates: items });
  }
  return offline;
}
