import { analyse } from '../../src/features/matching/analyse.ts';
import { explain } from '../../src/features/matching/explain.ts';
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { indexedTerms } from '../../src/features/matching/indexed-terms.ts';
import { blanked } from '../../src/features/matching/loss-without.ts';
import { rank } from '../../src/features/matching/ranker.ts';
import { createSegmenter } from '../../src/features/matching/segmenter.ts';
import { scoreTerms } from '../../src/features/matching/text-scores.ts';
import { indexTuning } from '../../src/features/matching/tuning.ts';
import type { TestCollection } from './matching-data.ts';

const depth = 5;

/**
 * Blanks the passages that each text reason names, scores what is left as the index would, and
 * compares what the sum loses with the share claimed. Throws where one is off by more than a
 * fifth; answers how many were checked, of which kinds, and how far off they were.
 */
export async function checkExplanations({ capabilities, needs }: TestCollection) {
  const segmenter = createSegmenter();
  const index = await openInProcessIndex({ segmenter });
  const where = { visibility: 'public', district: 'd', organizationId: 'o' } as const;
  await index.upsert(
    capabilities.map(({ id, title, keywords, abstract: body }) => ({
      ...{ id, revision: 1, title, keywords, body, ...where },
    })),
  );
  const byId = new Map(capabilities.map((one) => [one.id, one]));
  const errors: number[] = [];
  const wrong: string[] = [];
  const kinds = new Map<string, number>();
  for (const need of needs) {
    const texts = [
      { field: 'title', text: need.title },
      { field: 'problem', text: need.problem },
    ];
    const analysed = analyse(texts, segmenter);
    const statistics = await index.statistics(analysed.query);
    const filters = { viewer: 'everything' } as const;
    const { items } = await index.search({ query: analysed.query, filters, limit: 300 });
    for (const best of rank({ indicators: [] }, items).slice(0, depth)) {
      const { title, keywords, abstract } = byId.get(best.candidate.id)!;
      const fields = [
        { field: 'title', text: title },
        ...keywords.map((text, i) => ({ field: `keywords.${i}`, text })),
        { field: 'abstract', text: abstract },
      ];
      const reasons = explain(
        analysed,
        analyse(fields, segmenter),
        best,
        statistics,
        { body: 'abstract' },
        segmenter,
      );
      for (const { kind, share, text, capabilitySpans } of reasons) {
        if (capabilitySpans.length === 0) continue;
        const of = (field: string, said: string) =>
          blanked(
            said,
            capabilitySpans.filter((span) => span.field === field),
          );
        const rest = {
          title: of('title', title),
          keywords: keywords.map((keyword, i) => of(`keywords.${i}`, keyword)),
          body: of('abstract', abstract),
        };
        const terms = indexedTerms(rest, indexTuning.fields, segmenter);
        const { total: score, ...spaces } = scoreTerms(terms, statistics);
        const candidate = { ...best.candidate, spaces, score };
        const [left] = rank({ indicators: [] }, [candidate]);
        const loss = (best.total - left!.total) / best.total;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        const error = Math.abs(loss / share - 1);
        errors.push(error);
        if (!(error <= 0.2)) wrong.push(`${need.id} ${best.candidate.id} ${text}`);
      }
    }
  }
  if (wrong.length > 0) {
    throw new Error(
      `${wrong.length} of ${errors.length} reasons claim something else:\n${wrong.join('\n')}`,
    );
  }
  errors.sort((a, b) => a - b);
  const [median, greatest] = [errors[errors.length >> 1]!, errors.at(-1)!];
  return { checked: errors.length, kinds, median, greatest };
}
