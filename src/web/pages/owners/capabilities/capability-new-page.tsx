import { Button, Stack } from '@mantine/core';
import { useNavigate } from 'react-router';
import { capabilities } from '../../../api/capabilities.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { OrganizationSelect } from '../../../kit/organization-select.tsx';
import { Page } from '../../../kit/page.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FormActions } from '../form-actions.tsx';
import { FormSection } from '../form-section.tsx';
import { CapabilityFields } from './capability-fields.tsx';
import {
  type CapabilityValues,
  capabilityFaults,
  capabilityInput,
  noCapability,
} from './capability-values.ts';

/** Enters a capability; what is typed is kept in this browser until the service has it. */
export function CapabilityNewPage() {
  const texts = useText();
  const { t } = texts;
  const words = t.capabilities.form;
  const person = usePerson();
  const navigate = useNavigate();
  const { form, restored, discard, sent, attempts } = useDraftForm<CapabilityValues>(
    'capability.new',
    noCapability,
  );
  const create = useCommand(
    (values: CapabilityValues, key) => capabilities.create(capabilityInput(values), key),
    {
      quiet: true,
      attempts,
      done: t.states.saved,
      onDone: (one) => {
        sent();
        navigate(`/capabilities/${one.id}`);
      },
    },
  );
  const submit = () =>
    !create.isPending &&
    create.mutate(form.values, {
      onError: (error) => form.setErrors(capabilityFaults(faultsOf(error, texts))),
    });
  return (
    <Page
      title={words.newTitle}
      back={{ to: '/capabilities', label: t.shell.nav.capabilities }}
      description={words.newText}
    >
      <Stack maw={860}>
        {restored && <DraftNote onDiscard={discard} />}
        <Form onSubmit={submit}>
          {!person.is('institute') && (
            <FormSection title={words.forWhom}>
              <OrganizationSelect
                kind="institute"
                label={words.institute}
                required
                value={form.values.organization}
                onChange={(one) => form.setFieldValue('organization', one)}
                error={form.errors.organization}
              />
            </FormSection>
          )}
          <CapabilityFields form={form} />
          {create.error && <FailureNote error={create.error} title={t.owners.form.failed} />}
          <FormActions>
            <Button type="submit" loading={create.isPending}>
              {t.actions.save}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </Page>
  );
}
