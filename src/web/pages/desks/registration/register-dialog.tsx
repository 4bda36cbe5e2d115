import { Text, TextInput } from '@mantine/core';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { AgreementDoubts } from './agreement-doubts.tsx';

/** Registered, with the number and day of the certificate. */
export function RegisterDialog({ agreement, onClose }: { agreement: Agreement; onClose(): void }) {
  const text = useText();
  const { t } = text;
  const texts = t.desks.registration;
  const { form, restored, discard, sent, attempts } = useDraftForm(`register.${agreement.id}`, {
    number: '',
    registeredAt: today(),
  });
  const register = useCommand(
    (body: { number: string; registeredAt: string }, key) =>
      agreements.act(agreement.id, 'register', body, key),
    {
      quiet: true,
      done: texts.done.register,
      attempts,
      onDone: () => {
        sent();
        onClose();
      },
    },
  );
  const send = form.onSubmit(({ number, registeredAt }) =>
    register.mutate(
      { number: number.trim(), registeredAt },
      { onError: (error) => form.setErrors(faultsOf(error, text)) },
    ),
  );
  return (
    <Dialog opened title={texts.steps.register} onClose={onClose}>
      <Form onSubmit={send}>
        {restored && <DraftNote onDiscard={discard} />}
        <Text size="sm" fw={600}>
          {agreement.title}
        </Text>
        <AgreementDoubts id={agreement.id} />
        <TextInput
          label={texts.number}
          description={texts.numberHint}
          withAsterisk
          data-autofocus
          {...form.getInputProps('number')}
        />
        <DayInput
          label={texts.registeredAt}
          withAsterisk
          value={form.values.registeredAt}
          onChange={(day) => form.setFieldValue('registeredAt', day)}
          error={form.errors.registeredAt}
        />
        {register.isError && <FailureNote error={register.error} title={texts.steps.register} />}
        <DialogActions
          onClose={onClose}
          busy={register.isPending}
          disabled={!form.values.number.trim() || !form.values.registeredAt}
        >
          {texts.steps.register}
        </DialogActions>
      </Form>
    </Dialog>
  );
}
