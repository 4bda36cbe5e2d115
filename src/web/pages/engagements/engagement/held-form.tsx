import type { Happening } from '../../../../features/engagements/engagement-timeline.ts';
import type { Engagement, TimelineEntry } from '../../../api/engagements.ts';
import { dayOf, timeText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { MeetingFields, type MeetingValues, meetingBodyOf } from './meeting-fields.tsx';

type Planned = TimelineEntry & Extract<Happening, { kind: 'meeting' }>;

/** 补记会谈: what a planned meeting came to, written to its own entry. */
export function HeldForm({
  meetingId,
  ...props
}: {
  engagement: Engagement;
  meetingId: string;
  onClose(): void;
}) {
  const { t } = useText();
  const planned = props.engagement.timeline?.find(({ id }) => id === meetingId);
  if (!planned) return null;
  const { at } = planned;
  const { place = '', link = '', participants } = planned as Planned;
  const initial: MeetingValues = {
    date: dayOf(at),
    time: timeText(at),
    place,
    link,
    participants,
    minutes: '',
    nextSteps: [],
  };
  return (
    <EntryDialog
      {...props}
      wide
      title={t.engagements.forms.held}
      path={`meetings/${meetingId}/held`}
      initial={initial}
      bodyOf={meetingBodyOf}
      fieldOf={{ at: 'date' }}
    >
      {(parts) => (
        <MeetingFields {...parts} mayAttach={props.engagement.actions.includes('files')} />
      )}
    </EntryDialog>
  );
}
