import { unscoped } from '../../access/actor.ts';
import type { EngagementStage } from '../../vocabulary.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { Outcome } from './calibration.ts';
import { type Example, exampleOf } from './decision-labels.ts';
import { sumOf, type Weights } from './fit-ranker.ts';
import { type MatchDecision, matchId } from './match.ts';
import type { MatchDecisionStore } from './match-store.ts';

/** The latest decisions that are learnt from; older ones are about an older district. */
const most = 5000;
const why = unscoped("the district's ranker is learnt from all its decisions");
const shown = { needId: 1, capabilityId: 1, bySide: 1, seen: 1 } as const;

/** What the need's side decided in a district, and nothing from anywhere else. */
export function createDistrictDecisions(parts: {
  decisions: MatchDecisionStore;
  engagements: EngagementStore;
}) {
  const { decisions, engagements } = parts;
  const decided = (district: string) => ({
    district,
    'bySide.need': { $exists: true },
    'seen.values': { $exists: true },
  });

  /** Stages that pairs of this district have come to. */
  async function stages(district: string): Promise<Map<string, EngagementStage>> {
    const filter = { needDistrict: district, capabilityId: { $exists: true } };
    const found = new Map<string, EngagementStage>();
    const fields = { needId: 1, capabilityId: 1, stage: 1 } as const;
    for await (const { needId, capabilityId, stage } of engagements.each(why, filter, fields)) {
      found.set(matchId(needId, capabilityId!), stage);
    }
    return found;
  }

  return {
    count: (district: string): Promise<number> => decisions.count(why, decided(district)),

    async read(district: string): Promise<{ count: number; examples: Example[]; rows: Row[] }> {
      const rows: MatchDecision[] = [];
      for await (const one of decisions.each(why, decided(district), shown)) rows.push(one);
      const latest = rows.sort((a, b) => timeOf(b) - timeOf(a)).slice(0, most);
      const reached = await stages(district);
      return {
        count: rows.length,
        examples: latest.flatMap((one) => exampleOf(one, reached.get(one._id)) ?? []),
        rows: latest.map(({ needId, bySide, seen }) => ({
          needId,
          values: seen!.values,
          shortlisted: bySide.need!.decision === 'shortlisted',
        })),
      };
    },
  };
}

type Row = Pick<Example, 'needId' | 'values' | 'shortlisted'>;

const timeOf = ({ bySide }: MatchDecision) => bySide.need!.at.getTime();

/** Whatever the code: a probability foretells whether a pair is taken up at all. */
export const outcomesBy = (
  rows: readonly Row[],
  weights: Weights,
): (Outcome & { meaning: number })[] =>
  rows.map(({ needId, values, shortlisted }) => ({
    needId,
    shortlisted,
    total: sumOf(weights, values),
    meaning: weights.meaning * (values.meaning ?? 0),
  }));
