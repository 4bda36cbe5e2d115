import type { Command } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { invalidField } from '../../errors.ts';
import type { EngagementSide } from '../../vocabulary.ts';
import { type Engagement, isActive, isSigned, type NextStep } from './engagement.ts';
import type { Visit } from './engagement-visits.ts';

/** Working days before a due day on which its owner is reminded. */
const remindWorkingDays = 3;

/** The day to remind of something due: three working days before, or the day itself when late. */
export function reminderDay(due: string, today: string): string | undefined {
  const early = addWorkingDays(due, -remindWorkingDays);
  if (early > today) return early;
  return due > today ? due : undefined;
}

type Part = Pick<
  Engagement,
  'stage' | 'nextSteps' | 'visits' | 'ndas' | 'firstContactDue' | 'firstContactAt'
>;

export const openSteps = (engagement: Pick<Part, 'stage' | 'nextSteps'>): NextStep[] =>
  engagement.stage === 'ended' ? [] : engagement.nextSteps.filter((one) => !one.doneAt);

export const openVisits = (engagement: Pick<Part, 'stage' | 'visits'>): Visit[] =>
  engagement.stage === 'ended' ? [] : engagement.visits.filter((one) => !one.reportedAt);

export interface Turn {
  side: EngagementSide;
  action: 'first_contact' | 'next_step' | 'visit' | 'sign_nda' | 'follow_up';
  due?: string;
  /** The next step or visit that is meant. */
  id?: string;
}

/** Everything that somebody owes by a day, earliest first. */
function owed(engagement: Part): (Turn & { due: string })[] {
  const { firstContactAt, firstContactDue: due } = engagement;
  const all: (Turn & { due: string })[] = [
    ...openSteps(engagement).map(
      ({ id, ownerSide: side, due }) => ({ side, action: 'next_step', due, id }) as const,
    ),
    ...openVisits(engagement).map(
      ({ id, plannedOn: due }) => ({ side: 'broker', action: 'visit', due, id }) as const,
    ),
  ];
  if (isActive(engagement) && !firstContactAt) {
    all.unshift({ side: 'broker', action: 'first_contact', due });
  }
  return all.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Whose turn it is: what is due first, then a signature that is missing, then the broker. */
export function turnOf(engagement: Part): Turn | null {
  const [first] = owed(engagement);
  if (first) return first;
  if (!isActive(engagement)) return null;
  const half = engagement.ndas.find((nda) => !isSigned(nda));
  if (half) {
    return { side: half.signedByEnterpriseAt ? 'institute' : 'enterprise', action: 'sign_nda' };
  }
  return { side: 'broker', action: 'follow_up' };
}

/** The two days by which lists and jobs find an engagement again. */
export function dueDays(engagement: Part): Pick<Engagement, 'nextDue' | 'remindOn'> {
  const reminders = [...openSteps(engagement), ...openVisits(engagement)]
    .filter((one) => !one.remindedAt)
    .flatMap(({ remindOn }) => (remindOn === undefined ? [] : [remindOn]))
    .sort();
  const nextDue = owed(engagement)[0]?.due;
  return {
    ...(nextDue !== undefined && { nextDue }),
    ...(reminders[0] !== undefined && { remindOn: reminders[0] }),
  };
}

/** What has happened is not still to come; within a day, clocks may differ. */
export function refuseFuture(cmd: Command, path: string, at: Date | undefined): void {
  if (at === undefined || shanghaiDate(at) <= shanghaiDate(cmd.at)) return;
  throw invalidField(path, 'in_the_future', 'That day is still to come.');
}
