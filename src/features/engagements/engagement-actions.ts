import type { Actor } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import type { EngagementStage } from '../../vocabulary.ts';
import { type Engagement, type NextStep, stageMoves } from './engagement.ts';
import { canEngagement, type EngagementAction, mayFinishStep } from './engagement-access.ts';
import { awaitsMinutes, type EntryOf, isFull } from './engagement-timeline.ts';
import type { Visit } from './engagement-visits.ts';

export const engagementActionNames = [
  'update',
  'stage',
  'meetings',
  'contacts',
  'visits',
  'outcomes',
  'ndas',
  'files',
] as const;
export type EngagementActionName = (typeof engagementActionNames)[number];

type Meeting = EntryOf<'meeting'>;

const may = (actor: Actor, engagement: Engagement, action: EngagementAction) =>
  !isFull(engagement.timeline) && canEngagement(actor, action, engagement);

/** The same, where nothing may be done any more after the end. */
const mayStill = (actor: Actor, engagement: Engagement, action: EngagementAction) =>
  engagement.stage !== 'ended' && may(actor, engagement, action);

/** The stages that this reader may move it to now. */
export function nextStagesFor(actor: Actor, engagement: Engagement): EngagementStage[] {
  const moves = stageMoves[engagement.stage].filter((to) =>
    may(actor, engagement, to === 'ended' ? 'end' : 'stage'),
  );
  return actionsThat(actor, 'engagements', { stage: true }).length > 0 ? moves : [];
}

/** The sides for which this reader may write down the signature of an NDA. */
export function signaturesBy(actor: Actor, engagement: Engagement): ('enterprise' | 'institute')[] {
  return actionsThat(actor, 'engagements', {
    enterprise: mayStill(actor, engagement, 'sign_for_enterprise'),
    institute: mayStill(actor, engagement, 'sign_for_institute'),
  });
}

export function actionsOnEngagement(actor: Actor, engagement: Engagement): EngagementActionName[] {
  const still = (action: EngagementAction) => mayStill(actor, engagement, action);
  return actionsThat(actor, 'engagements', {
    update: still('update'),
    stage: nextStagesFor(actor, engagement).length > 0,
    meetings: still('meet'),
    contacts: still('contact'),
    visits: still('plan_visits'),
    outcomes: may(actor, engagement, 'state_outcome'),
    ndas: still('attach_nda') || signaturesBy(actor, engagement).length > 0,
    files: may(actor, engagement, 'attach'),
  });
}

export const actionsOnStep = (actor: Actor, engagement: Engagement, step: NextStep) =>
  actionsThat(actor, 'engagements', {
    done:
      !step.doneAt &&
      mayStill(actor, engagement, 'finish_step') &&
      mayFinishStep(actor, engagement, step),
  });

export const actionsOnMeeting = (actor: Actor, engagement: Engagement, meeting: Meeting) =>
  actionsThat(actor, 'engagements', {
    held: awaitsMinutes(meeting) && mayStill(actor, engagement, 'meet'),
  });

export const actionsOnVisit = (actor: Actor, engagement: Engagement, visit: Visit) =>
  actionsThat(actor, 'engagements', {
    report: !visit.reportedAt && mayStill(actor, engagement, 'report_visit'),
  });
