import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Engagement } from '../../../api/engagements.ts';
import { instantOf, timeText, today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { FilesField } from './files-field.tsx';

interface Props {
  engagement: Engagement;
  onClose(): void;
}

/** 安排回访: one visit, or a year of them. */
export function VisitPlanForm(props: Props) {
  const { t } = useText();
  const texts = t.engagements.forms;
  return (
    <EntryDialog
      {...props}
      title={texts.visits}
      path="visits"
      initial={{ plannedAt: '', everyMonths: '' }}
      bodyOf={({ plannedAt, everyMonths }) => ({
        plannedAt,
        ...(everyMonths && { everyMonths: Number(everyMonths) }),
      })}
    >
      {({ form }) => (
        <>
          <DayInput label={texts.plannedAt} withAsterisk {...form.getInputProps('plannedAt')} />
          <NativeSelect
            label={texts.everyMonths}
            // Numbers come first among an object's keys, so the one visit is put in front.
            data={['', '1', '2', '3', '6'].map((value) => ({
              value,
              label: texts.everyMonthsOptions[value]!,
            }))}
            {...form.getInputProps('everyMonths')}
          />
        </>
      )}
    </EntryDialog>
  );
}

/** 回访报告: what was seen and said, by whom. */
export function VisitReportForm({ visitId, ...props }: Props & { visitId: string }) {
  const { t } = useText();
  const texts = t.engagements.forms;
  return (
    <EntryDialog
      {...props}
      title={texts.report}
      path={`visits/${visitId}/report`}
      initial={{
        date: today(),
        time: timeText(new Date().toISOString()),
        experts: '',
        note: '',
      }}
      bodyOf={({ date, time, experts, note }) => {
        const names = experts.split(/[、，,;；]/).map((name) => name.trim());
        const given = names.filter((name) => name !== '');
        return {
          at: date ? instantOf(date, time || '00:00') : undefined,
          note,
          ...(given.length > 0 && { experts: given }),
        };
      }}
      fieldOf={{ at: 'date' }}
    >
      {({ form, files, setFiles }) => (
        <>
          <Group grow align="flex-start">
            <DayInput label={texts.date} withAsterisk {...form.getInputProps('date')} />
            <TextInput type="time" label={texts.time} {...form.getInputProps('time')} />
          </Group>
          <TextInput
            label={texts.experts}
            description={texts.expertsHint}
            {...form.getInputProps('experts')}
          />
          <Textarea
            label={texts.visitNote}
            withAsterisk
            autosize
            minRows={4}
            maxLength={5_000}
            {...form.getInputProps('note')}
          />
          {props.engagement.actions.includes('files') && (
            <FilesField label={texts.attach} files={files} onChange={setFiles} />
          )}
        </>
      )}
    </EntryDialog>
  );
}
