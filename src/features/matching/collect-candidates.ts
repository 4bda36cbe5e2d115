import type { Candidate, CandidateSearch } from './candidate-index.ts';
import { type DocumentTable, fieldAt, quantitiesAt, stageAt } from './document-table.ts';
import { createFacetCounter } from './facet-counter.ts';
import type { Segment } from './index-segment.ts';
import { largestSegment } from './postings.ts';
import type { PerSpace } from './spaces.ts';
import { createTopDocuments } from './top-documents.ts';
import { scriptOf } from './translations.ts';
import { indexTuning } from './tuning.ts';

/** One segment's scores, in the spaces and in the other language. */
export type Scores = PerSpace<Float32Array> & { translated: Float32Array };

/** What one document is counted by. */
const facetsAt = (table: DocumentTable, at: number, names: readonly string[]) => ({
  field: fieldAt(table, at),
  stage: stageAt(table, at),
  organizationId: names[table.organizations[at]!]!,
});

/** Gathers a search's best documents, segment after segment. */
export function createCollector(
  segments: readonly Segment[],
  names: readonly string[],
  { limit, leastScore = 0, facets }: Pick<CandidateSearch, 'limit' | 'leastScore' | 'facets'>,
) {
  const { shares, translatedShare } = indexTuning;
  const counter = facets ? createFacetCounter() : undefined;
  const top = createTopDocuments(limit);
  /** Shares of the kept documents, copied before the next segment is scored into the same arrays. */
  const spaces = new Map<number, Candidate['spaces']>();

  return {
    /** Counts one segment's documents that are `open` (1 by document) and score enough. */
    collect(
      segment: number,
      { words, bigrams, characters, translated }: Scores,
      open: Uint8Array,
    ): number {
      const { table } = segments[segment]!;
      const first = segment * largestSegment;
      let floor = top.floor();
      let total = 0;
      for (let at = 0; at < open.length; at += 1) {
        const score = words[at]! + bigrams[at]! + characters[at]! + translated[at]!;
        if (score === 0 || score < leastScore || open[at] === 0) continue;
        total += 1;
        if (counter) counter.count(facetsAt(table, at, names));
        if (score > floor) floor = top.offer(first + at, score);
      }
      for (const document of top.documents()) {
        const at = document - first;
        if (at < 0) continue;
        spaces.set(document, {
          words: words[at]! / shares.words,
          bigrams: bigrams[at]! / shares.bigrams,
          characters: characters[at]! / shares.characters,
          translated: translated[at]! / translatedShare,
        });
      }
      return total;
    },
    facets: counter?.facets,
    candidates(): Candidate[] {
      return top.take().map(({ document, score }) => {
        const { table, postings } = segments[Math.floor(document / largestSegment)]!;
        const at = document % largestSegment;
        const { words, characters } = postings;
        return {
          id: table.ids[at]!,
          revision: table.revisions[at]!,
          spaces: spaces.get(document)!,
          script: scriptOf(words.lengths[at]!, characters.lengths[at]!),
          score,
          ...facetsAt(table, at, names),
          quantities: quantitiesAt(table, at),
        };
      });
    },
  };
}
