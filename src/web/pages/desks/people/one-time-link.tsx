import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { InvitedAnswer } from '../../../api/users.ts';
import { instantText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';

/** The link with which a person chooses a password; it is shown here and nowhere again. */
export function OneTimeLink({ person, onClose }: { person: InvitedAnswer; onClose(): void }) {
  const { t, language } = useText();
  const texts = t.desks.people;
  const { invitation } = person;
  if (!invitation) {
    return (
      <Stack>
        <Text size="sm">{texts.noLink}</Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t.actions.close}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack>
      <TextInput
        label={texts.link}
        readOnly
        value={invitation.url}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={invitation.url}>
        {({ copied, copy }) => (
          <Button
            variant={copied ? 'light' : 'filled'}
            leftSection={
              copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
            }
            onClick={copy}
          >
            {copied ? t.states.copied : texts.copyLink}
          </Button>
        )}
      </CopyButton>
      <Alert color="yellow" title={texts.linkOnce}>
        <Text size="sm">{texts.linkHow(person.name)}</Text>
        <Text size="sm">{texts.linkUntil(instantText(invitation.expiresAt, language))}</Text>
      </Alert>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {texts.handedOn}
        </Button>
      </Group>
    </Stack>
  );
}
