import type { Actor } from '../../access/actor.ts';
import type { FlowSide } from '../../vocabulary.ts';
import type { ReportQuery } from './report.ts';
import { asks } from './report-access.ts';
import { createAchievementFold, placeOf } from './report-achievements.ts';
import type { ReportFacts } from './report-facts.ts';
import { createFlowFold } from './report-flows.ts';
import { createGlanceFold, type Glance } from './report-glance.ts';
import type { RowFilter } from './report-grouping.ts';
import { type CountedPage, type Paging, pageByKey } from './report-paging.ts';
import type { Asked } from './report-service.ts';
import {
  firstSolved,
  type SolvedNeed,
  type SolvedNeeds,
  type SolvedQuery,
} from './report-solved.ts';

export type GlanceService = ReturnType<typeof createGlanceService>;

/** Both periods' agreements are read once, and once more by the day of signing for needs solved. */
export async function readGlance(
  { facts, solved }: { facts: ReportFacts; solved: SolvedNeeds },
  query: ReportQuery,
): Promise<Glance> {
  const fold = createGlanceFold(query);
  for await (const agreement of facts.lean({ ...query, ...fold.period })) fold.add(agreement);
  const { district, asOf } = query;
  for await (const need of solved.each({ ...fold.period, district, asOf })) fold.solve(need);
  return fold.result();
}

/** A period at a glance, and the rows behind its figures. */
export function createGlanceService(parts: { facts: ReportFacts; solved: SolvedNeeds }) {
  const { facts, solved } = parts;
  return {
    glance: (actor: Actor, asked: Asked) => readGlance(parts, asks(actor, 'read', asked)),

    async flows(actor: Actor, asked: Asked, by: FlowSide) {
      const query = asks(actor, 'read', asked);
      const fold = createFlowFold(query, by);
      for await (const agreement of facts.lean(query)) fold.add(agreement);
      return fold.result();
    },

    /** Distinct achievements of the period, or of one group of it. */
    async achievements(actor: Actor, asked: Asked, filter: RowFilter, page: Paging) {
      const query = asks(actor, 'read', asked);
      const fold = createAchievementFold(query, filter);
      for await (const agreement of facts.lean(query)) fold.add(agreement);
      return pageByKey(fold.result(), page, placeOf);
    },

    /** Distinct needs solved in the period, by the day on which each first was. */
    async needs(
      actor: Actor,
      asked: Omit<SolvedQuery, 'district'>,
      brokerId: string | undefined,
      page: Paging,
    ): Promise<CountedPage<SolvedNeed>> {
      const found = await firstSolved(solved.each(asks(actor, 'read', asked)));
      const wanted = brokerId === undefined ? found : found.filter((n) => n.brokerId === brokerId);
      return pageByKey(wanted, page, keyOf);
    },
  };
}

const keyOf = ({ on, needId }: SolvedNeed) => `${on} ${needId}`;
