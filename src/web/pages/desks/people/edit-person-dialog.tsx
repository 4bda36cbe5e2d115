import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import type { Role } from '../../../../vocabulary.ts';
import { type UserAnswer, users } from '../../../api/users.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import type { Named } from '../../../kit/organization-select.tsx';
import { type Difference, StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useEdit } from '../../../kit/use-edit.ts';
import { useText } from '../../../texts/use-text.tsx';
import { MembershipFields } from './membership-fields.tsx';

interface Values {
  name: string;
  roles: Role[];
  organization: Named | null;
}

const valuesOf = ({ name, roles, organization }: UserAnswer): Values => ({
  name,
  roles,
  organization: organization ?? null,
});

const changeOf = ({ name, roles, organization }: Values) => ({
  name: name.trim(),
  roles,
  organizationId: organization?.id ?? null,
});

/** Name, roles and organization of somebody. */
export function EditPersonDialog({ user, onClose }: { user: UserAnswer; onClose(): void }) {
  const text = useText();
  const { t, word } = text;
  const texts = t.desks.people;
  const form = useForm<Values>({ initialValues: valuesOf(user) });
  const edit = useEdit({ calls: users, row: user, done: t.states.saved, onDone: onClose });
  const { error, newest } = edit;
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (error) form.setErrors(faultsOf(error, text));
  }, [error]);
  const rolesText = (roles: readonly Role[]) => roles.map((role) => word('roles', role)).join('、');
  const differences = (theirs: UserAnswer): Difference[] => [
    { name: t.shell.name, yours: form.values.name, theirs: theirs.name },
    { name: texts.roles, yours: rolesText(form.values.roles), theirs: rolesText(theirs.roles) },
    {
      name: texts.organization,
      yours: form.values.organization?.name ?? t.states.none,
      theirs: theirs.organization?.name ?? t.states.none,
    },
  ];
  return (
    <Dialog opened title={texts.edit} onClose={onClose} size="lg">
      <Form onSubmit={form.onSubmit((values) => edit.save(changeOf(values)))}>
        <TextInput
          label={t.shell.name}
          withAsterisk
          data-autofocus
          {...form.getInputProps('name')}
        />
        <MembershipFields
          roles={form.values.roles}
          organization={form.values.organization}
          errors={form.errors}
          onRoles={(roles) => form.setFieldValue('roles', roles)}
          onOrganization={(organization) => form.setFieldValue('organization', organization)}
        />
        {error && <FailureNote error={error} title={texts.edit} />}
        <DialogActions onClose={onClose} busy={edit.busy}>
          {t.actions.save}
        </DialogActions>
      </Form>
      {newest && (
        <StaleDialog
          differences={differences(newest)}
          onKeepYours={() => edit.overwrite(changeOf(form.values))}
          onTakeTheirs={onClose}
          onClose={edit.forgetNewest}
        />
      )}
    </Dialog>
  );
}
