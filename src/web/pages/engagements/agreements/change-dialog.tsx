import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { changeableNames } from '../../../../features/agreements/agreement.ts';
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
import { type AgreementValues, agreementBodyOf, valuesOfAgreement } from './agreement-values.ts';
import { MoneyFields } from './money-fields.tsx';

interface Change extends AgreementValues {
  changedAt: string;
  note: string;
}

/** 变更登记: the terms as they are from a day on; only what differs is sent. */
export function ChangeDialog({ agreement, onClose }: { agreement: Agreement; onClose(): void }) {
  const texts = useText();
  const { t, options } = texts;
  const { form, base, restored, discard, sent, attempts } = useDraftForm<Change>(
    `agreement.${agreement.id}.change`,
    { ...valuesOfAgreement(agreement), changedAt: today(), note: '' },
  );
  const command = useCommand(
    (values: Change, key) =>
      agreements.act(agreement.id, 'change', changeOf(base.values, values), key),
    {
      quiet: true,
      done: t.agreements.actions.done,
      attempts,
      onDone: () => {
        sent();
        onClose();
      },
    },
  );
  const send = () =>
    command.mutate(form.getValues(), {
      onError: (error) => form.setErrors(faultsOf(error, texts)),
    });
  const title = t.agreements.actions.change;
  return (
    <Dialog opened title={title} onClose={onClose} size="xl">
      <Form onSubmit={() => !command.isPending && send()}>
        {restored && <DraftNote onDiscard={discard} />}
        <TextInput label={t.agreements.form.name} {...form.getInputProps('title')} />
        <Group grow align="flex-start">
          <NativeSelect
            label={t.agreements.form.type}
            data={options('agreementTypes')}
            {...form.getInputProps('type')}
          />
          <NativeSelect
            label={t.agreements.form.field}
            data={options('fields')}
            {...form.getInputProps('field')}
          />
        </Group>
        {/* A change of the currency would make it another contract. */}
        <MoneyFields form={form as never} fixedCurrency />
        <Group grow align="flex-start">
          <DayInput label={t.agreements.form.validFrom} {...form.getInputProps('validFrom')} />
          <DayInput label={t.agreements.form.validTo} {...form.getInputProps('validTo')} />
          <DayInput label={t.agreements.actions.changedAt} {...form.getInputProps('changedAt')} />
        </Group>
        <Textarea
          label={t.agreements.actions.changeReason}
          autosize
          maxLength={2_000}
          {...form.getInputProps('note')}
        />
        {command.error && <FailureNote error={command.error} title={title} />}
        <DialogActions onClose={onClose} busy={command.isPending}>
          {t.agreements.actions.save}
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** What was typed over, whatever others change meanwhile. */
function changeOf(before: Change, { changedAt, note, ...values }: Change) {
  const was = agreementBodyOf(before) as Record<string, unknown>;
  const terms = agreementBodyOf(values as AgreementValues) as Record<string, unknown>;
  const changed = changeableNames.filter(
    (name) => JSON.stringify(terms[name]) !== JSON.stringify(was[name]),
  );
  return {
    ...Object.fromEntries(changed.map((name) => [name, terms[name]])),
    ...(changedAt && { changedAt }),
    ...(note.trim() && { note }),
  };
}
