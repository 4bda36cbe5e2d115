import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { type InvitedAnswer, type UserAnswer, users } from '../../../api/users.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { OneTimeLink } from './one-time-link.tsx';

const EditPersonDialog = lazy(async () => ({
  default: (await import('./edit-person-dialog.tsx')).EditPersonDialog,
}));

type Asked = 'update' | 'disable' | 'reset-password';

/** What may be done with an account now: the service's own list. */
export function PersonActions({ user }: { user: UserAnswer }) {
  const { t } = useText();
  const texts = t.desks.people;
  const [asked, setAsked] = useState<Asked>();
  const [linked, setLinked] = useState<InvitedAnswer>();
  const may = (action: UserAnswer['actions'][number]) => user.actions.includes(action);
  const close = () => setAsked(undefined);
  const enable = useCommand((_: undefined, key) => users.act(user.id, 'enable', undefined, key), {
    done: texts.enabled,
  });
  const disable = useCommand((_: undefined, key) => users.act(user.id, 'disable', undefined, key), {
    quiet: true,
    done: texts.disabled,
  });
  const reset = useCommand(
    (_: undefined, key) => users.act<InvitedAnswer>(user.id, 'reset-password', undefined, key),
    { quiet: true, done: false, onDone: setLinked },
  );
  return (
    <>
      {may('update') && (
        <Button variant="default" onClick={() => setAsked('update')}>
          {texts.edit}
        </Button>
      )}
      {may('reset-password') && (
        <Button variant="default" onClick={() => setAsked('reset-password')}>
          {user.status === 'invited' ? texts.newLink : texts.resetPassword}
        </Button>
      )}
      {may('enable') && (
        <Button loading={enable.isPending} onClick={() => enable.mutate(undefined)}>
          {texts.enable}
        </Button>
      )}
      {may('disable') && (
        <Button variant="default" onClick={() => setAsked('disable')}>
          {texts.disable}
        </Button>
      )}
      <Suspense>{asked === 'update' && <EditPersonDialog user={user} onClose={close} />}</Suspense>
      {asked === 'disable' && (
        <ConfirmDialog
          title={texts.disable}
          text={texts.disableText(user.name)}
          onConfirm={() => disable.mutateAsync(undefined)}
          onClose={close}
        />
      )}
      {asked === 'reset-password' && (
        <ConfirmDialog
          title={texts.resetPassword}
          text={texts.resetText(user.name)}
          onConfirm={() => reset.mutateAsync(undefined)}
          onClose={close}
        />
      )}
      {linked && (
        <Dialog
          opened
          title={texts.resetDone(linked.name)}
          onClose={() => setLinked(undefined)}
          size="lg"
        >
          <OneTimeLink person={linked} onClose={() => setLinked(undefined)} />
        </Dialog>
      )}
    </>
  );
}
