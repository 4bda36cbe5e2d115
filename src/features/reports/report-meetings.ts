import { endOfDay, startOfDay } from '../../calendar/dates.ts';
import type { Engagement } from '../engagements/engagement.ts';
import type { Period } from './report-period.ts';

/** A meeting that was held, of an engagement that a broker leads. */
export interface HeldMeeting {
  id: string;
  engagementId: string;
  needId: string;
  instituteId: string;
  brokerId: string;
  at: Date;
}

/** Meetings of a period up to a day; one that is only planned for later has not been held. */
export function meetingsOf(
  engagement: Pick<Engagement, '_id' | 'needId' | 'instituteId' | 'brokerId' | 'timeline'>,
  { from, to }: Period,
  until: Date,
): HeldMeeting[] {
  const { _id: engagementId, needId, instituteId, brokerId, timeline } = engagement;
  if (brokerId === undefined) return [];
  const [first, end] = [startOfDay(from), endOfDay(to)];
  return timeline
    .filter(({ kind, at }) => kind === 'meeting' && at >= first && at < end && at <= until)
    .map(({ id, at }) => ({ id, engagementId, needId, instituteId, brokerId, at }));
}
