import { Anchor, Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { acceptInvitation } from '../../api/session.ts';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Form } from '../../kit/form.tsx';
import { faultsOf } from '../../kit/form-faults.ts';
import { useText } from '../../texts/use-text.tsx';
import { WayIn } from './way-in.tsx';

/** Takes up a one-time link; the token is behind the `#`, which no server or log ever sees. */
export function Invitation() {
  const texts = useText();
  const { t } = texts;
  const given = new URLSearchParams(location.hash.slice(1));
  const [token] = useState(given.get('token'));
  const firstOne = given.get('first') !== null;
  const [password, setPassword] = useState('');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const accept = useMutation({ mutationFn: acceptInvitation });
  const faults = faultsOf(accept.error, texts);
  // The set-up link of the first administrator asks who they are: the service says so.
  const asksWho = firstOne || 'email' in faults || email !== '';

  if (!token) {
    return (
      <WayIn title={t.shell.invitationTitle} text={t.shell.noToken}>
        <Anchor component={Link} to="/sign-in">
          {t.shell.signIn}
        </Anchor>
      </WayIn>
    );
  }
  if (accept.isSuccess) {
    return (
      <WayIn title={t.shell.invitationTitle} text={accept.data.user.email}>
        <Text role="status">{t.shell.invitationDone}</Text>
        <Button component={Link} to="/sign-in">
          {t.shell.signIn}
        </Button>
      </WayIn>
    );
  }
  const submit = () => {
    accept.mutate({
      token,
      password,
      ...(asksWho && { email: email.trim() }),
      ...(asksWho && name.trim() && { name: name.trim() }),
    });
  };
  return (
    <WayIn title={t.shell.invitationTitle} text={t.shell.invitationText}>
      <Form onSubmit={submit}>
        {asksWho && (
          <>
            <TextInput
              label={t.shell.email}
              type="email"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={faults.email}
            />
            <TextInput
              label={t.shell.name}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={faults.name}
            />
          </>
        )}
        <PasswordInput
          label={t.shell.newPassword}
          description={t.shell.passwordHint}
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={faults.password}
        />
        {accept.isError && <FailureNote error={accept.error} title={t.shell.invitationTitle} />}
        <Button type="submit" loading={accept.isPending}>
          {t.actions.save}
        </Button>
      </Form>
    </WayIn>
  );
}
