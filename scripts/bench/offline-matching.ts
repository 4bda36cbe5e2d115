import { analyse } from '../../src/features/matching/analyse.ts';
import type { Candidate } from '../../src/features/matching/candidate-index.ts';
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { indicatorsOf } from '../../src/features/matching/match-texts.ts';
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
export async function openOffline({ capabilities, needs }: TestCollection): Promise<OfflineNeed[]> {
  const segmenter = createSegmenter();
  const index = await openInProcessIndex({ segmenter });
  await index.upsert(
    capabilities.map(({ id, title, keywords, abstract }) => {
      const where = { visibility: 'public', district: '330206', organizationId: 'o' } as const;
      return { id, revision: 1, title, keywords, body: abstract, ...where };
    }),
  );
  const offline: OfflineNeed[] = [];
  for (const { id, title, problem } of needs) {
    const texts = [
      { field: 'title', text: title },
      { field: 'problem', text: problem },
    ];
    const analysed = analyse(texts, segmenter);
    const filters = { viewer: 'everything' } as const;
    const { items } = await index.search({ query: analysed.query, filters, limit: 300 });
    offline.push({ id, ranking: { indicators: indicatorsOf({}, analysed) }, candidates: items });
  }
  return offline;
}
