import type { Actor } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { presentStored } from '../../store/present.ts';
import { type Need, readsField } from '../needs/need.ts';
import { type Engagement, isSigned } from './engagement.ts';
import { type ActorSide, isInside, knowsEnterprise, sidesOf } from './engagement-access.ts';
import {
  actionsOnEngagement,
  actionsOnMeeting,
  actionsOnStep,
  actionsOnVisit,
  nextStagesFor,
  signaturesBy,
} from './engagement-actions.ts';
import { openSteps, turnOf } from './engagement-due.ts';
import type { EngagementAnswer } from './engagement-schema.ts';
import { type Entry, isHeld, timelineFor, tookPart } from './engagement-timeline.ts';
import type { Visit } from './engagement-visits.ts';

export interface EngagementExtras {
  need: Need;
  names: ReadonlyMap<string, string>;
  brokerName?: string | undefined;
  capabilityTitle?: string | undefined;
  now: Date;
  /** One engagement in full; a list shows no timelines. */
  full: boolean;
}

/** An engagement in its reader's own scope. */
export function presentEngagement(
  actor: Actor,
  engagement: Engagement,
  { need, names, brokerName, capabilityTitle, now, full }: EngagementExtras,
): EngagementAnswer {
  const today = shanghaiDate(now);
  const inside = isInside(actor, engagement);
  const sides = sidesOf(actor, engagement);
  const { enterpriseId, instituteId } = engagement;
  const named = knowsEnterprise(actor, engagement, need);
  const timeline = timelineFor(engagement.timeline, { inside, sides });
  const turn = turnOf(engagement);
  const inSight = inside ? engagement.nextSteps : stepsInSight(engagement, timeline, sides);
  return {
    ...presentStored(engagement),
    actions: actionsOnEngagement(actor, engagement),
    nextStages: nextStagesFor(actor, engagement),
    signatures: signaturesBy(actor, engagement),
    needId: engagement.needId,
    need: {
      id: engagement.needId,
      ...(readsField(actor, need, 'title') && { title: need.title }),
      ...(need.field && readsField(actor, need, 'field') && { field: need.field }),
    },
    ...(engagement.capabilityId && {
      capabilityId: engagement.capabilityId,
      capability: {
        id: engagement.capabilityId,
        ...(capabilityTitle !== undefined && { title: capabilityTitle }),
      },
    }),
    instituteId,
    institute: organization(instituteId, names),
    ...(named && { enterpriseId, enterprise: organization(enterpriseId, names) }),
    districts: engagement.districts,
    ...(engagement.brokerId && {
      brokerId: engagement.brokerId,
      broker: { id: engagement.brokerId, ...(brokerName !== undefined && { name: brokerName }) },
    }),
    ...(inside && { shares: engagement.shares }),
    stage: engagement.stage,
    stageSince: engagement.stageSince.toISOString(),
    ...(engagement.endCode && { endCode: engagement.endCode }),
    turn: turn && { ...turn, overdue: turn.due !== undefined && turn.due < today },
    nextSteps: inSight.map((step) => ({
      id: step.id,
      text: step.text,
      ownerSide: step.ownerSide,
      due: step.due,
      ...(step.doneAt && { doneAt: step.doneAt.toISOString() }),
      actions: actionsOnStep(actor, engagement, step),
      overdue: step.due < today && openSteps(engagement).some((one) => one.id === step.id),
    })),
    visits: engagement.visits.map((visit) => ({
      ...presentVisit(visit, engagement, today),
      actions: actionsOnVisit(actor, engagement, visit),
    })),
    ndas: engagement.ndas.map((nda) => ({
      id: nda.id,
      ...(nda.signedByEnterpriseAt && {
        signedByEnterpriseAt: nda.signedByEnterpriseAt.toISOString(),
      }),
      ...(nda.signedByInstituteAt && {
        signedByInstituteAt: nda.signedByInstituteAt.toISOString(),
      }),
      ...(nda.fileId && { fileId: nda.fileId }),
      signed: isSigned(nda),
    })),
    outcomes: timeline.flatMap((entry) =>
      entry.kind === 'outcome' ? [outcomeOf(entry, named)] : [],
    ),
    meetingsHeld: engagement.timeline.filter(
      (entry) =>
        entry.kind === 'meeting' &&
        isHeld(entry) &&
        (inside || (entry.audience === 'all' && tookPart(entry, sides))),
    ).length,
    agreements: engagement.agreements.map(({ id, signedAt }) => ({ id, signedAt })),
    fileIds: engagement.fileIds,
    ...(full && {
      timeline: timeline.map((entry) => ({
        ...presentEntry(entry, { inside, named }),
        ...(entry.kind === 'meeting' && {
          held: isHeld(entry),
          actions: actionsOnMeeting(actor, engagement, entry),
        }),
      })),
    }),
  };
}

const organization = (id: string, names: ReadonlyMap<string, string>) => {
  const name = names.get(id);
  return { id, ...(name !== undefined && { name }) };
};

/** A party sees the steps of meetings that it sat in, and those that it owes. */
function stepsInSight(
  engagement: Engagement,
  timeline: readonly Entry[],
  sides: readonly ActorSide[],
) {
  const seen = new Set(
    timeline.flatMap((entry) => (entry.kind === 'meeting' ? entry.nextStepIds : [])),
  );
  return engagement.nextSteps.filter(
    ({ id, ownerSide }) => seen.has(id) || sides.some((side) => side === ownerSide),
  );
}

function presentVisit(visit: Visit, engagement: Engagement, today: string) {
  const { id, plannedOn, plannedAt, source, reportedAt } = visit;
  return {
    id,
    plannedAt: plannedAt?.toISOString() ?? plannedOn,
    plannedOn,
    source,
    ...(reportedAt && { reportedAt: reportedAt.toISOString() }),
    overdue: !reportedAt && engagement.stage !== 'ended' && plannedOn < today,
  };
}

function outcomeOf(entry: Extract<Entry, { kind: 'outcome' }>, named: boolean) {
  const { id, outcome: kind, value, statedBy, at, note } = entry;
  return {
    ...{ id, kind, value, statedAt: at.toISOString() },
    ...(namesStater(entry, named) && { statedBy }),
    ...(note && { note }),
  };
}

/** Whoever stated it to the institute is known to it; all others may be the enterprise's. */
const namesStater = ({ by }: Entry, named: boolean) => named || by.side === 'institute';

/** While the enterprise is unknown to a reader, so are its people and the place they meet at. */
function presentEntry(entry: Entry, reader: { inside: boolean; named: boolean }) {
  const { revision, at, enteredAt, by, audience, ...rest } = entry;
  const shown: Record<string, unknown> = { ...rest };
  const hidesPeople = !reader.named && by.side === 'enterprise';
  if (entry.kind === 'meeting' && !reader.named) {
    delete shown.place;
    shown.participants = entry.participants.filter(({ side }) => side !== 'enterprise');
  }
  if (entry.kind === 'outcome' && !namesStater(entry, reader.named)) delete shown.statedBy;
  return {
    ...shown,
    id: entry.id,
    kind: entry.kind,
    at: at.toISOString(),
    enteredAt: enteredAt.toISOString(),
    by: hidesPeople ? { side: by.side } : by,
    ...(reader.inside && { audience }),
  };
}
