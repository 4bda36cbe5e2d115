import { Button, Group, Paper, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { type OrganizationInput, organizations } from '../../../api/organizations.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { Page } from '../../../kit/page.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { OrganizationFields } from './organization-fields.tsx';
import { noValues, type OrganizationValues, organizationBody } from './organization-values.ts';

/** Enters an organization. */
export function NewOrganizationPage() {
  const text = useText();
  const { t } = text;
  const texts = t.organizations;
  const person = usePerson();
  const go = useNavigate();
  const draft = useDraftForm<OrganizationValues>('organization', noValues(person.district));
  const { form } = draft;
  const create = useCommand((body: OrganizationInput, key) => organizations.create(body, key), {
    quiet: true,
    attempts: draft.attempts,
    done: t.states.saved,
    onDone: ({ id }) => {
      draft.sent();
      void go(`/organizations/${id}`);
    },
  });
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (create.error) form.setErrors(faultsOf(create.error, text));
  }, [create.error]);
  return (
    <Page title={texts.enter} back={{ to: '/organizations', label: t.shell.nav.organizations }}>
      <Paper withBorder p="md" maw={820}>
        <Form onSubmit={form.onSubmit((values) => create.mutate(organizationBody(values)))}>
          <Stack>
            {draft.restored && <DraftNote onDiscard={draft.discard} />}
            <OrganizationFields form={form} graded movable={person.is('admin')} />
            {create.error && <FailureNote error={create.error} title={texts.enter} />}
            <Group>
              <Button type="submit" loading={create.isPending}>
                {t.actions.save}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Paper>
    </Page>
  );
}
