import { Button, Group, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  type OrganizationAnswer,
  type OrganizationChange,
  organizations,
} from '../../../api/organizations.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useEdit } from '../../../kit/use-edit.ts';
import { useText } from '../../../texts/use-text.tsx';
import { OrganizationFields } from './organization-fields.tsx';
import {
  type OrganizationValues,
  organizationChange,
  organizationValues,
} from './organization-values.ts';
import { useOrganizationDifferences } from './use-organization-differences.ts';

/** Changes an organization. */
export function EditOrganizationPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = useQuery(organizations.one(id));
  return (
    <Page
      title={t.organizations.edit}
      back={{ to: `/organizations/${id}`, label: query.data?.name ?? t.actions.back }}
    >
      <QueryView query={query}>{(one) => <EditForm key={one.id} one={one} />}</QueryView>
    </Page>
  );
}

function EditForm({ one }: { one: OrganizationAnswer }) {
  const text = useText();
  const { t } = text;
  const person = usePerson();
  const go = useNavigate();
  const edit = useEdit<OrganizationAnswer, OrganizationValues, OrganizationChange>({
    draft: `organization.${one.id}`,
    calls: organizations,
    row: one,
    valuesOf: organizationValues,
    changeOf: organizationChange,
    fields: useOrganizationDifferences(),
    done: t.states.saved,
    onDone: () => void go(`/organizations/${one.id}`),
  });
  const { form, error } = edit;
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (error) form.setErrors(faultsOf(error, text));
  }, [error]);
  return (
    <Paper withBorder p="md" maw={820}>
      <Form onSubmit={() => !edit.busy && edit.save()}>
        {edit.restored && <DraftNote onDiscard={edit.discard} />}
        <OrganizationFields
          form={form}
          graded={person.is('bureau', 'admin')}
          movable={person.is('admin')}
        />
        {error && <FailureNote error={error} title={t.organizations.edit} />}
        <Group>
          <Button type="submit" loading={edit.busy}>
            {t.actions.save}
          </Button>
          <Button variant="default" component={Link} to={`/organizations/${one.id}`}>
            {t.actions.cancel}
          </Button>
        </Group>
      </Form>
      <StaleDialog stale={edit.stale} />
    </Paper>
  );
}
