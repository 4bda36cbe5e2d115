import type { EngagementAnswer } from '../../api/engagements.ts';
import type { NeedAnswer } from '../../api/needs.ts';

export const ownerSteps = [
  'posted',
  'vetted',
  'matched',
  'broker',
  'meeting',
  'agreement',
  'solved',
] as const;
export type OwnerStep = (typeof ownerSteps)[number];
export type StepState = 'done' | 'now' | 'later' | 'failed';

export interface WayOfNeed {
  need: Pick<NeedAnswer, 'status' | 'closeCode' | 'vetting' | 'onBehalf' | 'brokerId'>;
  /** Capabilities that come close were found. */
  matched: boolean;
  /** A broker has taken it, not only been asked. */
  led: boolean;
  engagements: readonly Pick<EngagementAnswer, 'meetingsHeld' | 'agreements'>[];
}

/**
 * How far a need has come. A later step that is reached carries those before it: an institute that
 * was found by hand needs no match. A need that ended elsewhere has no present step.
 */
export function stepsOf(way: WayOfNeed): Record<OwnerStep, StepState> {
  const reached = furthest(way);
  const { status, closeCode } = way.need;
  const refused = closeCode === 'refused';
  const ended = status === 'closed';
  const states = ownerSteps.map((step, index): [OwnerStep, StepState] => {
    if (index <= reached) return [step, 'done'];
    if (refused && step === 'vetted') return [step, 'failed'];
    return [step, !ended && index === reached + 1 ? 'now' : 'later'];
  });
  return Object.fromEntries(states) as Record<OwnerStep, StepState>;
}

/** The index of the last step that is done; -1 for a draft. */
function furthest({ need, matched, led, engagements }: WayOfNeed): number {
  const { status, closeCode, onBehalf, vetting } = need;
  const last = (step: OwnerStep) => ownerSteps.indexOf(step);
  if (closeCode === 'solved') return last('solved');
  if (status === 'contracted' || engagements.some(({ agreements }) => agreements.length > 0)) {
    return last('agreement');
  }
  // A card that was moved is a plan; only what was recorded as held was a meeting.
  if (engagements.some(({ meetingsHeld }) => meetingsHeld > 0)) return last('meeting');
  if (led || engagements.length > 0) return last('broker');
  if (vetting?.decision === 'accepted' || status === 'open' || status === 'engaged') {
    return last(matched ? 'matched' : 'vetted');
  }
  const unconfirmed = onBehalf && !onBehalf.confirmedAt;
  return status === 'draft' || unconfirmed ? -1 : last('posted');
}
