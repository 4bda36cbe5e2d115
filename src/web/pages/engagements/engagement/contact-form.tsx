import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Engagement } from '../../../api/engagements.ts';
import { instantOf, timeText, today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { AudienceField } from './audience-field.tsx';
import { EntryDialog } from './entry-dialog.tsx';

/** 记录联系: a call, a mail, a message. */
export function ContactForm(props: { engagement: Engagement; onClose(): void }) {
  const { t, options } = useText();
  const texts = t.engagements.forms;
  return (
    <EntryDialog
      {...props}
      title={texts.contact}
      path="contacts"
      initial={{
        kind: 'call',
        date: today(),
        time: timeText(new Date().toISOString()),
        note: '',
        audience: 'brokers',
      }}
      bodyOf={({ kind, date, time, note, audience }) => ({
        kind,
        note,
        audience,
        ...(date && { at: instantOf(date, time || '00:00') }),
      })}
      fieldOf={{ at: 'date' }}
    >
      {({ form }) => (
        <>
          <Group grow align="flex-start">
            <NativeSelect
              label={texts.kind}
              data={options('contactKinds')}
              {...form.getInputProps('kind')}
            />
            <DayInput label={texts.date} {...form.getInputProps('date')} />
            <TextInput type="time" label={texts.time} {...form.getInputProps('time')} />
          </Group>
          <Textarea
            label={texts.note}
            withAsterisk
            autosize
            minRows={3}
            maxLength={2_000}
            data-autofocus
            {...form.getInputProps('note')}
          />
          <AudienceField {...form.getInputProps('audience')} />
        </>
      )}
    </EntryDialog>
  );
}
