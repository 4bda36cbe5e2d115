import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type NeedAnswer, needs } from '../../api/needs.ts';
import { DecisionDialog } from '../../kit/decision-dialog.tsx';
import { useCommand } from '../../kit/use-command.ts';
import { useText } from '../../texts/use-text.tsx';

type Asked = 'withdraw' | 'close';

/** What the poster may do now: the service's own list, and nothing else. */
export function OwnerActions({ need }: { need: NeedAnswer }) {
  const { t } = useText();
  const words = t.owners.progress;
  const [asked, setAsked] = useState<Asked>();
  const may = (action: NeedAnswer['actions'][number]) => need.actions.includes(action);
  const submit = useCommand((_: undefined, key) => needs.act(need.id, 'submit', undefined, key), {
    done: words.submitted,
  });
  const confirm = useCommand((_: undefined, key) => needs.act(need.id, 'confirm', undefined, key), {
    done: words.confirmed,
  });
  const renew = useCommand((_: undefined, key) => needs.act(need.id, 'renew', undefined, key), {
    done: words.renewed,
  });
  const end = useCommand(
    (input: { action: Asked; code?: string; note?: string }, key) => {
      const { action, ...body } = input;
      return needs.act(need.id, action, body, key);
    },
    { quiet: true },
  );

  return (
    <Group gap="xs" className="no-print">
      {may('confirm') && (
        <Button size="xs" loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {words.confirm}
        </Button>
      )}
      {may('submit') && (
        <Button size="xs" loading={submit.isPending} onClick={() => submit.mutate(undefined)}>
          {words.submit}
        </Button>
      )}
      {may('update') && (
        <Button size="xs" variant="default" component={Link} to={`/needs/${need.id}/edit`}>
          {t.actions.edit}
        </Button>
      )}
      {may('renew') && (
        <Button
          size="xs"
          variant="default"
          loading={renew.isPending}
          onClick={() => renew.mutate(undefined)}
        >
          {words.renew}
        </Button>
      )}
      {may('close') && (
        <Button size="xs" variant="default" onClick={() => setAsked('close')}>
          {words.close}
        </Button>
      )}
      {may('withdraw') && (
        <Button size="xs" variant="default" onClick={() => setAsked('withdraw')}>
          {words.withdraw}
        </Button>
      )}
      {asked === 'withdraw' && (
        <DecisionDialog
          draft={`withdraw.${need.id}`}
          title={words.withdraw}
          text={words.withdrawText}
          confirm={words.withdraw}
          danger
          onConfirm={(decision) => end.mutateAsync({ action: 'withdraw', ...decision })}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'close' && (
        <DecisionDialog
          draft={`close.${need.id}`}
          title={words.close}
          text={words.closeText}
          codes="closeCodes"
          only={['solved', 'withdrawn']}
          confirm={words.close}
          onConfirm={(decision) => end.mutateAsync({ action: 'close', ...decision })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Group>
  );
}
