import { Group, MultiSelect, NumberInput, Select, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { type BrokerAnswer, brokers } from '../../../api/brokers.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useEdit } from '../../../kit/use-edit.ts';
import { useText } from '../../../texts/use-text.tsx';
import {
  type BrokerValues,
  brokerBodyOf,
  brokerPatchOf,
  emptyBroker,
  ownPatchOf,
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
  const values = useBrokerValues(broker);
  return (
    <Dialog opened title={broker ? texts.edit : texts.create} onClose={onClose} size="lg">
      {broker ? (
        <QueryView query={values}>
          {(initial) => <EditForm broker={broker} initial={initial} onClose={onClose} />}
        </QueryView>
      ) : (
        <CreateForm userId={userId} onClose={onClose} />
      )}
    </Dialog>
  );
}

function CreateForm({ userId, onClose }: { userId: string; onClose(): void }) {
  const create = useCommand(
    (values: BrokerValues, key) => brokers.create(brokerBodyOf(userId, values), key),
    { quiet: true, onDone: onClose },
  );
  return (
    <BrokerForm
      initial={emptyBroker}
      error={create.error}
      busy={create.isPending}
      onSend={(values) => create.mutate(values)}
      onClose={onClose}
    />
  );
}

function EditForm({
  broker,
  initial,
  onClose,
}: {
  broker: BrokerAnswer;
  initial: BrokerValues;
  onClose(): void;
}) {
  const { t } = useText();
  const edit = useEdit({ calls: brokers, row: broker, done: t.states.saved, onDone: onClose });
  const form = useForm<BrokerValues>({ initialValues: initial });
  const differences = useBrokerDifferences();
  const isOffice = usePerson().is('bureau', 'admin');
  const patchOf = isOffice ? brokerPatchOf : ownPatchOf;
  return (
    <>
      <BrokerForm
        initial={initial}
        own={!isOffice}
        error={edit.error}
        busy={edit.busy}
        onSend={(values) => {
          form.setValues(values);
          edit.save(patchOf(values));
        }}
        onClose={onClose}
      />
      {edit.newest && (
        <StaleDialog
          differences={differences(form.values, edit.newest)}
          onKeepYours={() => edit.overwrite(patchOf(form.values))}
          onTakeTheirs={onClose}
          onClose={edit.forgetNewest}
        />
      )}
    </>
  );
}

function BrokerForm({
  initial,
  own = false,
  error,
  busy,
  onSend,
  onClose,
}: {
  initial: BrokerValues;
  /** Only what brokers change themselves. */
  own?: boolean;
  error: Error | null;
  busy: boolean;
  onSend(values: BrokerValues): void;
  onClose(): void;
}) {
  const text = useText();
  const { t, options } = text;
  const texts = t.desks.broker;
  const form = useForm<BrokerValues>({ initialValues: initial });
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (error) form.setErrors(faultsOf(error, text));
  }, [error]);
  return (
    <Form onSubmit={form.onSubmit(onSend)}>
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
