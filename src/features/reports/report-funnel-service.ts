import { type Actor, unscoped } from '../../access/actor.ts';
import { endOfDay, startOfDay } from '../../calendar/dates.ts';
import type { Filter } from '../../store/filter.ts';
import { cursorOf, type Page } from '../../store/page.ts';
import type { FunnelStep } from '../../vocabulary.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { asks } from './report-access.ts';
import { createFunnelFold, type FunnelBar, furthest, type StepDays } from './report-funnel.ts';
import { createFunnelFacts, type FunnelNeed, type FunnelParts } from './report-funnel-facts.ts';
import type { Paging } from './report-paging.ts';
import type { Period } from './report-period.ts';

export interface FunnelQuery extends Period {
  /** Steps taken up to the end of this day; up to now without it. */
  asOf: string;
}

export interface NeedOnItsWay {
  need: Need;
  /** The furthest step that it reached. */
  furthest: FunnelStep;
  reached: StepDays;
}

export type FunnelService = ReturnType<typeof createFunnelService>;

const batchLength = 500;

/** The needs that were posted in a period: handed in, by whichever way. */
const cohort = (district: string, { from, to }: Period): Filter => ({
  district,
  submittedAt: { $gte: startOfDay(from), $lt: endOfDay(to) },
});

export function createFunnelService(parts: FunnelParts & { needs: NeedStore }) {
  const { needs } = parts;
  const stepsOf = createFunnelFacts(parts);
  const scope = unscoped('the cohort is of the asker’s own district');

  /** Read in batches, of which none is kept. */
  async function funnelOf(query: FunnelQuery & { district: string }): Promise<FunnelBar[]> {
    const fold = createFunnelFold();
    let batch: FunnelNeed[] = [];
    const flush = async () => {
      const steps = await stepsOf(batch, query.asOf);
      for (const reached of steps.values()) fold.add(reached);
      batch = [];
    };
    const shown = { submittedAt: 1, vetting: 1 } as const;
    for await (const need of needs.each(scope, cohort(query.district, query), shown)) {
      batch.push(need);
      if (batch.length === batchLength) await flush();
    }
    await flush();
    return fold.result();
  }

  /** The needs behind a bar, or those of the cohort that did not come so far, as they were posted. */
  async function needsOf(
    actor: Actor,
    query: FunnelQuery,
    { step, reached }: { step: FunnelStep; reached: boolean },
    { limit, cursor }: Paging,
  ): Promise<Page<NeedOnItsWay>> {
    const { district } = asks(actor, 'read', query);
    const sort = 'submittedAt';
    const items: NeedOnItsWay[] = [];
    let next = cursor;
    for (;;) {
      const page = await needs.list(actor, cohort(district, query), {
        ...{ limit: batchLength, sort },
        ...(next !== undefined && { cursor: next }),
      });
      const steps = await stepsOf(page.items, query.asOf);
      for (const need of page.items) {
        const days = steps.get(need._id)!;
        const posted = days.posted !== undefined;
        if (!posted || (days[step] !== undefined) !== reached) continue;
        if (items.length === limit) {
          return { items, nextCursor: cursorOf(items.at(-1)!.need, sort) };
        }
        items.push({ need, furthest: furthest(days), reached: days });
      }
      if (page.nextCursor === null) return { items, nextCursor: null };
      next = page.nextCursor;
    }
  }

  return {
    funnel: (actor: Actor, query: FunnelQuery) => funnelOf(asks(actor, 'read', query)),
    funnelOf,
    needsOf,
  };
}
