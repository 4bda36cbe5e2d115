import { Fieldset, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { EngagementSide } from '../../../../vocabulary.ts';
import { instantOf } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { AddRow, RemoveRow } from '../../../kit/row-buttons.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { EntryParts } from './entry-dialog.tsx';
import { FilesField } from './files-field.tsx';

export interface MeetingValues extends Record<string, unknown> {
  date: string;
  time: string;
  place: string;
  link: string;
  participants: { side: EngagementSide; name: string }[];
  minutes: string;
  nextSteps: { text: string; ownerSide: EngagementSide; due: string }[];
}

/** What is written down of a meeting, planned or held. */
export function MeetingFields<V extends MeetingValues>({
  form: given,
  files,
  setFiles,
  mayAttach,
}: EntryParts<V> & { mayAttach: boolean }) {
  const { t } = useText();
  const texts = t.engagements.forms;
  // The fields of a meeting are among those of any form that has them.
  const form = given as unknown as UseFormReturnType<MeetingValues>;
  return (
    <>
      <Group grow align="flex-start">
        <DayInput label={texts.date} withAsterisk {...form.getInputProps('date')} />
        <TextInput type="time" label={texts.time} withAsterisk {...form.getInputProps('time')} />
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput miw={200} label={texts.place} {...form.getInputProps('place')} />
        <TextInput miw={200} label={texts.link} type="url" {...form.getInputProps('link')} />
      </Group>
      <Participants form={form} />
      <Textarea
        label={texts.minutes}
        description={texts.minutesHint}
        autosize
        minRows={3}
        maxLength={5_000}
        {...form.getInputProps('minutes')}
      />
      {mayAttach && (
        <FilesField
          label={texts.attach}
          description={texts.attachHint}
          files={files}
          onChange={setFiles}
        />
      )}
      <NextSteps form={form} />
    </>
  );
}

/** Rows that were left empty say nothing, so they are not sent. */
export function meetingBodyOf({ date, time, place, link, minutes, ...rest }: MeetingValues) {
  return {
    at: date ? instantOf(date, time || '00:00') : undefined,
    ...(place.trim() && { place }),
    ...(link.trim() && { link }),
    ...(minutes.trim() && { minutes }),
    participants: rest.participants.filter(({ name }) => name.trim() !== ''),
    nextSteps: rest.nextSteps.filter(({ text, due }) => text.trim() !== '' || due !== ''),
  };
}

function Participants({ form }: { form: UseFormReturnType<MeetingValues> }) {
  const { t, options } = useText();
  const texts = t.engagements.forms;
  return (
    <Fieldset legend={texts.participants}>
      {form.values.participants.map((_, at) => (
        // A row has no name of its own; its place is what it is.
        <Group key={at} gap="xs" mb="xs" wrap="nowrap" align="flex-start">
          <NativeSelect
            w={110}
            aria-label={`${texts.side} ${at + 1}`}
            data={options('engagementSides')}
            {...form.getInputProps(`participants.${at}.side`)}
          />
          <TextInput
            flex={1}
            placeholder={texts.name}
            aria-label={`${texts.name} ${at + 1}`}
            {...form.getInputProps(`participants.${at}.name`)}
          />
          <RemoveRow
            label={texts.removeParticipant(at + 1)}
            onRemove={() => form.removeListItem('participants', at)}
          />
        </Group>
      ))}
      <AddRow
        label={texts.addParticipant}
        onAdd={() => form.insertListItem('participants', { side: 'enterprise', name: '' })}
      />
    </Fieldset>
  );
}

function NextSteps({ form }: { form: UseFormReturnType<MeetingValues> }) {
  const { t, options } = useText();
  const texts = t.engagements.forms;
  return (
    <Fieldset legend={texts.nextSteps}>
      {form.values.nextSteps.map((_, at) => (
        <Group key={at} gap="xs" mb="sm" align="flex-start">
          <TextInput
            flex="1 1 220px"
            label={`${texts.stepText} ${at + 1}`}
            {...form.getInputProps(`nextSteps.${at}.text`)}
          />
          <NativeSelect
            w={110}
            label={`${texts.stepOwner} ${at + 1}`}
            data={options('engagementSides')}
            {...form.getInputProps(`nextSteps.${at}.ownerSide`)}
          />
          <DayInput
            w={170}
            label={`${texts.stepDue} ${at + 1}`}
            {...form.getInputProps(`nextSteps.${at}.due`)}
          />
          <RemoveRow
            mt={24}
            label={texts.removeStep(at + 1)}
            onRemove={() => form.removeListItem('nextSteps', at)}
          />
        </Group>
      ))}
      <AddRow
        label={texts.addStep}
        onAdd={() =>
          form.insertListItem('nextSteps', { text: '', ownerSide: 'enterprise', due: '' })
        }
      />
    </Fieldset>
  );
}
