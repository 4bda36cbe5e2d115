import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { enterSession, sessionQuery, signIn } from '../../api/session.ts';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Form } from '../../kit/form.tsx';
import { useText } from '../../texts/use-text.tsx';
import { WayIn } from './way-in.tsx';

/** Only addresses of this app: a link from outside must not lead elsewhere after the sign-in. */
const safeNext = (next: string | null) => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export function SignIn() {
  const { t } = useText();
  const cache = useQueryClient();
  const [params] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const session = useQuery(sessionQuery);
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (person) => enterSession(cache, person),
  });
  if (session.data) return <Navigate to={safeNext(params.get('next'))} replace />;

  const submit = () => {
    enter.mutate({ email: email.trim(), password });
  };
  return (
    <WayIn title={t.shell.signInTitle} text={t.shell.signInText}>
      <Form onSubmit={submit}>
        <TextInput
          label={t.shell.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t.shell.password}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {enter.isError && <FailureNote error={enter.error} title={t.shell.signIn} />}
        <Button type="submit" loading={enter.isPending}>
          {t.shell.signIn}
        </Button>
      </Form>
    </WayIn>
  );
}
