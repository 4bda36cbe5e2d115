import type { CandidateFilters } from './candidate-index.ts';
import { createRowFilter } from './document-table.ts';
import type { Segment } from './index-segment.ts';
import type { WordDictionary } from './term-dictionary.ts';

/**
 * Which documents of a segment live and pass the filters, 1 by document. Needs of a district are
 * matched one after another with the same filters, so the last ones' answers are kept.
 */
export function createFilterCache(names: WordDictionary) {
  let key: string | undefined;
  let known = new WeakMap<Segment, { deadCount: number; open: Uint8Array }>();

  return (filters: CandidateFilters): ((segment: Segment) => Uint8Array) => {
    const wanted = JSON.stringify(filters);
    if (wanted !== key) known = new WeakMap();
    key = wanted;
    const filter = createRowFilter(filters, names);
    return (segment) => {
      const { table, dead, deadCount } = segment;
      const before = known.get(segment);
      if (before?.deadCount === deadCount) return before.open;
      const open = before?.open ?? filter(table);
      for (let at = 0; at < open.length; at += 1) if (dead[at] === 1) open[at] = 0;
      known.set(segment, { deadCount, open });
      return open;
    };
  };
}
