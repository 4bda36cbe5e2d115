import { type Command, unscoped } from '../../access/actor.ts';
import type { Need } from '../needs/need.ts';
import type { NeedService } from '../needs/need-service.ts';
import { type Engagement, hasSignedNda } from './engagement.ts';
import type { EngagementStore } from './engagement-store.ts';

export type EngagementNeed = ReturnType<typeof createEngagementNeed>;

/** What all engagements of a need together say about it. */
function needFollows(need: Pick<Need, 'status'>, all: readonly Engagement[]) {
  const going = all.filter((one) => one.stage !== 'ended');
  const instituteIds = [...new Set(going.map((one) => one.instituteId))].sort();
  const ndaInstituteIds = [
    ...new Set(going.filter(hasSignedNda).map((one) => one.instituteId)),
  ].sort();
  return { instituteIds, ndaInstituteIds, ...actionOn(need, all, going) };
}

function actionOn(need: Pick<Need, 'status'>, all: readonly Engagement[], going: Engagement[]) {
  if (all.some(({ agreements }) => agreements.length > 0)) return { action: 'contract' } as const;
  if (going.length > 0) return { action: 'engage' } as const;
  return need.status === 'engaged' ? ({ action: 'release' } as const) : {};
}

/** Keeps a need in step with its engagements, from the store alone; may run at any time. */
export function createEngagementNeed(parts: {
  engagements: EngagementStore;
  needs: Pick<NeedService, 'follow'>;
}) {
  const { engagements, needs } = parts;
  const everyOne = unscoped('all engagements of the need decide together');
  return async function followNeed(cmd: Command, needId: string): Promise<void> {
    await needs.follow(cmd, needId, async (need) => {
      const all: Engagement[] = [];
      for await (const one of engagements.each(everyOne, { needId })) all.push(one);
      return needFollows(need, all);
    });
  };
}
