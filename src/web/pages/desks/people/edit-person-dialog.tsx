import { TextInput } from '@mantine/core';
import { useEffect } from 'react';
import type { Role } from '../../../../vocabulary.ts';
import { type UserAnswer, type UserChange, users } from '../../../api/users.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { mergeChange } from '../../../kit/merge-change.ts';
import type { Named } from '../../../kit/named-select.tsx';
import type { EditField } from '../../../kit/stale-comparison.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
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

const bodyOf = ({ name, roles, organization }: Values) => ({
  name: name.trim(),
  roles,
  organizationId: organization?.id ?? null,
});

const changeOf = (before: Values, after: Values) =>
  mergeChange(bodyOf(before), bodyOf(after)) as UserChange;

/** Name, roles and organization of somebody. */
export function EditPersonDialog({ user, onClose }: { user: UserAnswer; onClose(): void }) {
  const text = useText();
  const { t, word } = text;
  const texts = t.desks.people;
  const fields: EditField<Values>[] = [
    { name: t.shell.name, keys: ['name'], show: ({ name }) => name },
    {
      name: texts.roles,
      keys: ['roles'],
      show: ({ roles }) => roles.map((role) => word('roles', role)).join('、'),
    },
    {
      name: texts.organization,
      keys: ['organization'],
      show: ({ organization }) => organization?.name,
    },
  ];
  const edit = useEdit<UserAnswer, Values, UserChange>({
    draft: `person.${user.id}`,
    calls: users,
    row: user,
    valuesOf,
    changeOf,
    fields,
    done: t.states.saved,
    onDone: onClose,
  });
  const { form, error } = edit;
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (error) form.setErrors(faultsOf(error, text));
  }, [error]);
  return (
    <Dialog opened title={texts.edit} onClose={onClose} size="lg">
      <Form onSubmit={() => !edit.busy && edit.save()}>
        {edit.restored && <DraftNote onDiscard={edit.discard} />}
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
      <StaleDialog stale={edit.stale} />
    </Dialog>
  );
}
