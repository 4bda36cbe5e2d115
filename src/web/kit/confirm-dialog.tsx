import { Button, Group, Stack, Text } from '@mantine/core';
import { useText } from '../texts/use-text.tsx';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { useConfirmation } from './use-confirmation.ts';

/** Asks before something that nobody has to explain; stays open until the service has taken it. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  onConfirm,
  onClose,
}: {
  title: string;
  text: string;
  confirm?: string;
  onConfirm(): Promise<unknown>;
  onClose(): void;
}) {
  const { t } = useText();
  const { error, busy, send } = useConfirmation(onClose);
  return (
    <Dialog opened title={title} onClose={onClose}>
      <Stack>
        <Text size="sm">{text}</Text>
        {error && <FailureNote error={error} title={title} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button loading={busy} onClick={() => void send(onConfirm)} data-autofocus>
            {confirm ?? t.actions.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
