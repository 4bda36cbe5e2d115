import type { Capability } from '../../src/features/capabilities/capability.ts';
import type {
  CandidateDocument,
  CandidateIndex,
} from '../../src/features/matching/candidate-index.ts';
import { createMatcher } from '../../src/features/matching/matcher.ts';
import { rankerModel } from '../../src/features/matching/ranker.ts';
import type { Segmenter } from '../../src/features/matching/segmenter.ts';
import type { Need } from '../../src/features/needs/need.ts';

const today = '2026-07-01';

/** What matching reads of a need and of a capability; the rest of their rows is no matter here. */
export const asNeed = (title: string, problem: string) =>
  ({
    title,
    problem,
    indicators: [],
    confidential: {},
    cooperationModes: [],
    district: '330206',
  }) as unknown as Need;

export const asCapability = ({ id, title, keywords, body, ...rest }: CandidateDocument) =>
  ({ _id: id, title, keywords, abstract: body, ...rest }) as unknown as Capability;

/** A need read, matched and ranked as the job does it, and its first ten explained as a page does. */
export function createWholeMatch(
  index: CandidateIndex,
  segmenter: Segmenter,
  documents: ReadonlyMap<string, CandidateDocument>,
) {
  const matcher = createMatcher({ capabilities: index, needs: index, segmenter });
  return async (need: Need) => {
    const { items } = await matcher.match(need, 'full', today, 50, rankerModel);
    const reading = await matcher.read(need, 'full');
    return items
      .slice(0, 10)
      .map((item) =>
        matcher.explainItem(reading, asCapability(documents.get(item.capabilityId)!), item),
      );
  };
}
