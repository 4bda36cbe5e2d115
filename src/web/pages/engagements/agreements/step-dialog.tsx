import { Checkbox, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { MoneyInput } from '../../../kit/money-input.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type AgreementStep, type StepField, simpleSteps } from './agreement-steps.ts';

type Values = Record<string, string | number | boolean | null>;

/** A step of a contract's course that asks for little: a day, a number, an amount. */
export function StepDialog({
  agreement,
  step,
  onClose,
}: {
  agreement: Agreement;
  step: AgreementStep;
  onClose(): void;
}) {
  const texts = useText();
  const { t } = texts;
  const { path, text, fields } = simpleSteps[step]!;
  const title = t.agreements.actions[step];
  const { form, restored, discard, sent, attempts } = useDraftForm<Values>(
    `agreement.${agreement.id}.${step}`,
    Object.fromEntries(fields.map((field) => [field.name, firstValue(field)])),
  );
  const command = useCommand(
    (values: Values, key) => agreements.act(agreement.id, path, bodyOf(values), key),
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
  return (
    <Dialog opened title={title} onClose={onClose}>
      <Form onSubmit={() => !command.isPending && send()}>
        {restored && <DraftNote onDiscard={discard} />}
        {text && <Text size="sm">{t.agreements.actions[text]}</Text>}
        {fields.map((field) => (
          <Field key={field.name} field={field} form={form} />
        ))}
        {command.error && <FailureNote error={command.error} title={title} />}
        <DialogActions onClose={onClose} busy={command.isPending}>
          {step === 'confirm' ? t.actions.confirm : t.agreements.actions.save}
        </DialogActions>
      </Form>
    </Dialog>
  );
}

const firstValue = ({ kind }: StepField) =>
  kind === 'day' ? today() : kind === 'check' ? false : kind === 'money' ? null : '';

const bodyOf = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null));

function Field({ field, form }: { field: StepField; form: UseFormReturnType<Values> }) {
  const { t } = useText();
  const { name, kind, required = false } = field;
  const props = { label: t.agreements.actions[field.label], withAsterisk: required };
  switch (kind) {
    case 'day':
      return <DayInput {...props} {...form.getInputProps(name)} />;
    case 'check':
      return <Checkbox label={props.label} {...form.getInputProps(name, { type: 'checkbox' })} />;
    case 'money':
      return (
        <MoneyInput
          {...props}
          value={(form.values[name] as number | null) ?? undefined}
          onChange={(fen) => form.setFieldValue(name, fen ?? null)}
          error={form.errors[name]}
        />
      );
    case 'note':
      return <Textarea {...props} autosize maxLength={2_000} {...form.getInputProps(name)} />;
    default:
      return <TextInput {...props} maxLength={60} {...form.getInputProps(name)} />;
  }
}
