import { Group, MultiSelect, NumberInput, Select, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect } from 'react';
import { type BrokerAnswer, type BrokerChange, brokers } from '../../../api/brokers.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useEdit } from '../../../kit/use-edit.ts';
import { useText } from '../../../texts/use-text.tsx';
import {
  type BrokerValues,
  brokerBodyOf,
  brokerChange,
  emptyBroker,
  useBrokerValues,
} from './broker-values.ts';
import { LeaveFields } from './leave-fields.tsx';
import { TieFields } from './tie-fields.tsx';
import { useBrokerDifferences } from './use-broker-differences.ts';

/** Enters or changes a broker's profile. */
export function BrokerDialog({
  userId,
  broker,
  onClose,
}: {
  userId: string;
  broker: BrokerAnswer | undefined;
  onClose(): void;
}) {
  const { t } = useText();
  const texts = t.desks.broker;
  const { ready, valuesOf } = useBrokerValues(broker);
  return (
    <Dialog opened title={broker ? texts.edit : texts.create} onClose={onClose} size="lg">
      {!broker && <CreateForm userId={userId} onClose={onClose} />}
      {broker && ready && <EditForm broker={broker} valuesOf={valuesOf} onClose={onClose} />}
    </Dialog>
  );
}

function CreateForm({ userId, onClose }: { userId: string; onClose(): void }) {
  const draft = useDraftForm<BrokerValues>(`broker.new.${userId}`, emptyBroker);
  const create = useCommand(
    (values: BrokerValues, key) => brokers.create(brokerBodyOf(userId, values), key),
    {
      quiet: true,
      attempts: draft.attempts,
      onDone: () => {
        draft.sent();
        onClose();
      },
    },
  );
  return (
    <BrokerForm
      {...draft}
      error={create.error}
      busy={create.isPending}
      onSend={() => create.mutate(draft.form.getValues())}
      onClose={onClose}
    />
  );
}

function EditForm({
  broker,
  valuesOf,
  onClose,
}: {
  broker: BrokerAnswer;
  valuesOf(broker: BrokerAnswer): BrokerValues;
  onClose(): void;
}) {
  const { t } = useText();
  const edit = useEdit<BrokerAnswer, BrokerValues, BrokerChange>({
    draft: `broker.${broker.id}`,
    calls: brokers,
    row: broker,
    valuesOf,
    changeOf: brokerChange,
    fields: useBrokerDifferences(),
    done: t.states.saved,
    onDone: onClose,
  });
  const isOffice = usePerson().is('bureau', 'admin');
  return (
    <>
      <BrokerForm {...edit} own={!isOffice} onSend={() => edit.save()} onClose={onClose} />
      <StaleDialog stale={edit.stale} />
    </>
  );
}

function BrokerForm({
  form,
  restored,
  discard,
  own = false,
  error,
  busy,
  onSend,
  onClose,
}: {
  form: UseFormReturnType<BrokerValues>;
  restored: boolean;
  discard(): void;
  /** Only what brokers change themselves; the rest is the office's. */
  own?: boolean;
  error: Error | null;
  busy: boolean;
  onSend(): void;
  onClose(): void;
}) {
  const text = useText();
  const { t, options } = text;
  const texts = t.desks.broker;
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (error) form.setErrors(faultsOf(error, text));
  }, [error]);
  return (
    <Form onSubmit={() => !busy && onSend()}>
      {restored && <DraftNote onDiscard={discard} />}
      {!own && (
        <>
          <Group grow align="flex-start">
            <Select
              label={texts.grade}
              data={options('brokerGrades')}
              allowDeselect={false}
              {...form.getInputProps('grade')}
            />
            <NumberInput
              label={texts.capacity}
              description={texts.capacityHint}
              min={0}
              max={200}
              allowDecimal={false}
              {...form.getInputProps('capacity')}
            />
          </Group>
          <MultiSelect
            label={texts.fields}
            data={options('fields')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': `${t.actions.clear} ${texts.fields}` }}
            {...form.getInputProps('fields')}
          />
        </>
      )}
      <TieFields form={form} own={own} />
      <LeaveFields form={form} />
      {!own && (
        <Switch label={texts.takesNeeds} {...form.getInputProps('active', { type: 'checkbox' })} />
      )}
      {error && <FailureNote error={error} title={texts.title} />}
      <DialogActions onClose={onClose} busy={busy}>
        {t.actions.save}
      </DialogActions>
    </Form>
  );
}
