import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
  type CapabilityAnswer,
  type CapabilityChange,
  capabilities,
} from '../../../api/capabilities.ts';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { Page } from '../../../kit/page.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
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

function EditForm({ read }: { read: CapabilityAnswer }) {
  const texts = useText();
  const { t } = texts;
  const navigate = useNavigate();
  const place = `/capabilities/${read.id}`;
  const edit = useEdit<CapabilityAnswer, CapabilityValues, CapabilityChange>({
    draft: `capability.${read.id}`,
    calls: capabilities,
    row: read,
    valuesOf: capabilityValues,
    changeOf: capabilityChange,
    fields: useCapabilityDifferences(),
    done: t.states.saved,
    onDone: () => void navigate(place),
  });
  const { form } = edit;
  useEffect(() => {
    if (edit.error) form.setErrors(capabilityFaults(faultsOf(edit.error, texts)));
  }, [edit.error]);

  return (
    <Stack maw={860}>
      {edit.restored && <DraftNote onDiscard={edit.discard} />}
      <Form onSubmit={() => !edit.busy && edit.save()}>
        <CapabilityFields form={form} />
        {edit.error && <FailureNote error={edit.error} title={t.owners.form.failed} />}
        <EditActions place={place} busy={edit.busy} />
      </Form>
      <StaleDialog stale={edit.stale} />
    </Stack>
  );
}
