import { Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { registrationDueOn } from '../../../../features/agreements/agreement-rules.ts';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { settings } from '../../../api/settings.ts';
import { today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { DueDate, useWorkingDays } from '../../../kit/due-date.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { AgreementDoubts } from './agreement-doubts.tsx';

/** Handed in for registration: says at once by when the office has to settle it. */
export function ApplyDialog({ agreement, onClose }: { agreement: Agreement; onClose(): void }) {
  const text = useText();
  const { t } = text;
  const texts = t.desks.registration;
  const rules = useQuery(settings.list()).data;
  const calendar = useWorkingDays();
  const { form, restored, discard, sent, attempts } = useDraftForm(`apply.${agreement.id}`, {
    appliedAt: today(),
    disputed: false,
  });
  const apply = useCommand(
    (body: { appliedAt: string; disputed: boolean }, key) =>
      agreements.act(agreement.id, 'apply', body, key),
    {
      quiet: true,
      done: texts.done.apply,
      attempts,
      onDone: () => {
        sent();
        onClose();
      },
    },
  );
  const { appliedAt, disputed } = form.values;
  const due =
    rules &&
    calendar &&
    appliedAt !== '' &&
    registrationDueOn(
      { appliedAt, disputed, technologyValueFen: agreement.technologyValueFen },
      rules,
      calendar.addWorkingDays,
    );
  const send = form.onSubmit((values) =>
    apply.mutate(values, { onError: (error) => form.setErrors(faultsOf(error, text)) }),
  );
  return (
    <Dialog opened title={texts.steps.apply} onClose={onClose}>
      <Form onSubmit={send}>
        {restored && <DraftNote onDiscard={discard} />}
        <Text size="sm" fw={600}>
          {agreement.title}
        </Text>
        <AgreementDoubts id={agreement.id} />
        <DayInput
          label={texts.appliedAt}
          withAsterisk
          value={appliedAt}
          onChange={(day) => form.setFieldValue('appliedAt', day)}
          error={form.errors.appliedAt}
        />
        <Checkbox
          label={texts.disputed}
          {...form.getInputProps('disputed', { type: 'checkbox' })}
        />
        {due && (
          <Text size="sm">
            {texts.dueThen} <DueDate due={due} />
          </Text>
        )}
        {apply.isError && <FailureNote error={apply.error} title={texts.steps.apply} />}
        <DialogActions onClose={onClose} busy={apply.isPending} disabled={appliedAt === ''}>
          {texts.steps.apply}
        </DialogActions>
      </Form>
    </Dialog>
  );
}
