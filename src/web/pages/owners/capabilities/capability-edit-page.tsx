import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type CapabilityAnswer, capabilities } from '../../../api/capabilities.ts';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { Page } from '../../../kit/page.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useEdit } from '../../../kit/use-edit.ts';
import { useText } from '../../../texts/use-text.tsx';
import { EditView } from '../edit-view.tsx';
import { EditActions } from '../form-actions.tsx';
import { useCapabilityDifferences } from './capability-differences.ts';
import { CapabilityFields } from './capability-fields.tsx';
import {
  type CapabilityValues,
  capabilityChange,
  capabilityFaults,
  capabilityValues,
} from './capability-values.ts';

export function CapabilityEditPage() {
  const { t } = useText();
  const words = t.capabilities.form;
  const { id = '' } = useParams();
  const capability = useQuery(capabilities.one(id));
  return (
    <Page
      title={words.editTitle}
      back={{ to: `/capabilities/${id}`, label: capability.data?.title ?? words.editTitle }}
    >
      <EditView query={capability} refusal={words.cannotEdit}>
        {(read) => <EditForm read={read} />}
      </EditView>
    </Page>
  );
}

/** Holds the version that was read first: what others save meanwhile comes up when it is sent. */
function EditForm({ read }: { read: CapabilityAnswer }) {
  const texts = useText();
  const { t } = texts;
  const navigate = useNavigate();
  const [base, setBase] = useState(read);
  const { form, restored, discard, sent } = useDraftForm<CapabilityValues>(
    `capability.${read.id}.${read.revision}`,
    capabilityValues(base),
  );
  const differences = useCapabilityDifferences();
  const edit = useEdit({
    calls: capabilities,
    row: base,
    done: t.states.saved,
    onDone: () => {
      sent();
      navigate(`/capabilities/${read.id}`);
    },
  });
  useEffect(() => {
    if (edit.error) form.setErrors(capabilityFaults(faultsOf(edit.error, texts)));
  }, [edit.error]);
  const changeFrom = (before: CapabilityAnswer) =>
    capabilityChange(capabilityValues(before), form.values);

  return (
    <Stack maw={860}>
      {restored && <DraftNote onDiscard={discard} />}
      <Form onSubmit={() => !edit.busy && edit.save(changeFrom(base))}>
        <CapabilityFields form={form} />
        {edit.error && <FailureNote error={edit.error} title={t.owners.form.failed} />}
        <EditActions place={`/capabilities/${read.id}`} busy={edit.busy} />
      </Form>
      {edit.newest && (
        <StaleDialog
          differences={differences(form.values, capabilityValues(edit.newest))}
          onKeepYours={() => edit.overwrite(changeFrom(edit.newest!))}
          onTakeTheirs={() => {
            setBase(edit.newest!);
            form.setValues(capabilityValues(edit.newest!));
            sent();
            edit.forgetNewest();
          }}
          onClose={edit.forgetNewest}
        />
      )}
    </Stack>
  );
}
