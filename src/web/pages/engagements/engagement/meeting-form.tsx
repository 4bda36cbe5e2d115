import type { Engagement } from '../../../api/engagements.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { today } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import { AudienceField } from './audience-field.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { MeetingFields, type MeetingValues, meetingBodyOf } from './meeting-fields.tsx';

interface Meeting extends MeetingValues {
  audience: string;
}

/** 录入会谈: one to come, or one that was, with its minutes and what was agreed to do next. */
export function MeetingForm(props: { engagement: Engagement; onClose(): void }) {
  const { t } = useText();
  const person = usePerson();
  const initial: Meeting = {
    date: today(),
    time: '14:00',
    place: '',
    link: '',
    participants: [
      { side: 'enterprise', name: '' },
      { side: 'institute', name: '' },
      { side: 'broker', name: person.is('broker') ? person.name : '' },
    ],
    minutes: '',
    nextSteps: [],
    audience: 'all',
  };
  return (
    <EntryDialog
      {...props}
      wide
      title={t.engagements.forms.meeting}
      path="meetings"
      initial={initial}
      bodyOf={(values) => ({ ...meetingBodyOf(values), audience: values.audience })}
      fieldOf={{ at: 'date' }}
    >
      {(parts) => (
        <>
          <MeetingFields {...parts} mayAttach={props.engagement.actions.includes('files')} />
          <AudienceField {...parts.form.getInputProps('audience')} />
        </>
      )}
    </EntryDialog>
  );
}
