import { Button, Paper, PasswordInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changePassword } from '../../api/session.ts';
import { usePerson } from '../../app/signed-in.tsx';
import { Facts } from '../../kit/facts.tsx';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Form } from '../../kit/form.tsx';
import { faultsOf } from '../../kit/form-faults.ts';
import { Page } from '../../kit/page.tsx';
import { useCommand } from '../../kit/use-command.ts';
import { useText } from '../../texts/use-text.tsx';
import { BrokerPanel } from '../desks/people/broker-panel.tsx';

export function AccountPage() {
  const texts = useText();
  const { t, word } = texts;
  const person = usePerson();
  const form = useForm({ initialValues: { current: '', password: '' } });
  const change = useCommand(changePassword, {
    done: t.shell.passwordChanged,
    quiet: true,
    onDone: form.reset,
  });
  return (
    <Page title={t.shell.account}>
      <Facts
        facts={[
          [t.shell.name, person.name],
          [t.shell.email, person.email],
          [t.shell.roles, person.roles.map((role) => word('roles', role)).join('、')],
        ]}
      />
      {person.is('broker') && <BrokerPanel user={person} />}
      <Paper withBorder p="md" maw={420} component="section" aria-labelledby="password">
        <Title order={2} size="h4" id="password" mb="sm">
          {t.shell.changePassword}
        </Title>
        <Form
          onSubmit={form.onSubmit((values) =>
            change.mutate(values, { onError: (error) => form.setErrors(faultsOf(error, texts)) }),
          )}
        >
          <PasswordInput
            label={t.shell.currentPassword}
            autoComplete="current-password"
            required
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label={t.shell.newPassword}
            description={t.shell.passwordHint}
            autoComplete="new-password"
            required
            {...form.getInputProps('password')}
          />
          {change.isError && <FailureNote error={change.error} title={t.shell.changePassword} />}
          <Button type="submit" loading={change.isPending}>
            {t.shell.changePassword}
          </Button>
        </Form>
      </Paper>
    </Page>
  );
}
