import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../../../vocabulary.ts';
import { type InvitedAnswer, users } from '../../../api/users.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import type { Named } from '../../../kit/named-select.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { MembershipFields } from './membership-fields.tsx';
import { OneTimeLink } from './one-time-link.tsx';

interface Values {
  name: string;
  email: string;
  roles: Role[];
  organization: Named | null;
}

/** Enters a person, and shows once the link with which they choose a password. */
export function InviteDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const { t } = text;
  const texts = t.desks.people;
  const [invited, setInvited] = useState<InvitedAnswer>();
  const { form, restored, discard, sent, attempts } = useDraftForm<Values>('person.new', {
    ...{ name: '', email: '', roles: [], organization: null },
  });
  const invite = useCommand(
    (body: Parameters<typeof users.create>[0], key) =>
      users.create(body, key) as Promise<InvitedAnswer>,
    {
      quiet: true,
      done: false,
      attempts,
      onDone: (person) => {
        sent();
        setInvited(person);
      },
    },
  );
  const send = form.onSubmit(({ name, email, roles, organization }) =>
    invite.mutate(
      {
        ...{ name: name.trim(), email: email.trim(), roles },
        ...(organization && { organizationId: organization.id }),
      },
      { onError: (error) => form.setErrors(faultsOf(error, text)) },
    ),
  );
  if (invited) {
    return (
      <Dialog opened title={texts.invited(invited.name)} onClose={onClose} size="lg">
        <OneTimeLink person={invited} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog opened title={texts.invite} onClose={onClose} size="lg">
      <Form onSubmit={send}>
        {restored && <DraftNote onDiscard={discard} />}
        <TextInput
          label={t.shell.name}
          withAsterisk
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t.shell.email}
          description={texts.emailHint}
          type="email"
          withAsterisk
          {...form.getInputProps('email')}
        />
        <MembershipFields
          roles={form.values.roles}
          organization={form.values.organization}
          errors={form.errors}
          onRoles={(roles) => form.setFieldValue('roles', roles)}
          onOrganization={(organization) => form.setFieldValue('organization', organization)}
        />
        {invite.isError && <FailureNote error={invite.error} title={texts.invite} />}
        <DialogActions onClose={onClose} busy={invite.isPending}>
          {texts.makeLink}
        </DialogActions>
      </Form>
    </Dialog>
  );
}
