import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';

type Plain = 'submit' | 'confirm' | 'renew';
type Asked = 'accept' | 'refuse' | 'withdraw' | 'close' | Plain;

/** What this reader may do with a need now. */
export function NeedActions({ need }: { need: NeedAnswer }) {
  const { t } = useText();
  const texts = t.desk.actions;
  const [asked, ask] = useState<Asked>();
  const act = useCommand(
    ({ action, body }: { action: string; body?: unknown }, key) =>
      needs.act(need.id, action, body, key),
    { quiet: true },
  );
  const may = (action: NeedAnswer['actions'][number]) => need.actions.includes(action);
  const close = () => ask(undefined);
  const send = (action: string) => (body?: unknown) => act.mutateAsync({ action, body });
  const plain = (['confirm', 'submit', 'renew'] as const).filter(may);
  return (
    <Group gap="xs">
      {may('update') && (
        <Button component={Link} to={`/needs/${need.id}/edit`} size="xs" variant="default">
          {texts.update}
        </Button>
      )}
      {plain.map((action) => (
        <Button
          key={action}
          size="xs"
          variant={action === 'renew' ? 'default' : 'filled'}
          onClick={() => ask(action)}
        >
          {texts[action]}
        </Button>
      ))}
      <VetButtons need={need} />
      {may('withdraw') && (
        <Button size="xs" variant="default" onClick={() => ask('withdraw')}>
          {texts.withdraw}
        </Button>
      )}
      {may('close') && (
        <Button size="xs" variant="default" onClick={() => ask('close')}>
          {texts.close}
        </Button>
      )}
      {(asked === 'confirm' || asked === 'submit' || asked === 'renew') && (
        <ConfirmDialog
          title={texts[asked]}
          text={asked === 'renew' ? texts.renewText : asked === 'confirm' ? texts.confirmText : ''}
          confirm={texts[asked]}
          onConfirm={() => send(asked)()}
          onClose={close}
        />
      )}
      {asked === 'withdraw' && (
        <DecisionDialog
          draft={`withdraw.${need.id}`}
          title={texts.withdrawTitle}
          text={texts.withdrawText}
          confirm={texts.withdraw}
          danger
          onConfirm={send('withdraw')}
          onClose={close}
        />
      )}
      {asked === 'close' && (
        <DecisionDialog
          draft={`close.${need.id}`}
          title={texts.closeTitle}
          codes="closeCodes"
          confirm={texts.close}
          danger
          onConfirm={send('close')}
          onClose={close}
        />
      )}
    </Group>
  );
}

/** A second reader's yes or no; nothing for those who may not vet this need. */
export function VetButtons({ need }: { need: Pick<NeedAnswer, 'id' | 'actions' | 'turn'> }) {
  const { t } = useText();
  const texts = t.desk.actions;
  const [asked, ask] = useState<'accepted' | 'refused'>();
  const vet = useCommand((body: object, key) => needs.act(need.id, 'vet', body, key), {
    quiet: true,
    done: texts.vetted,
  });
  if (!need.actions.includes('vet')) return null;
  const unconfirmed = need.turn?.action === 'confirm';
  const decide = (decision: 'accepted' | 'refused') => (why: object) =>
    vet.mutateAsync({ decision, ...why });
  return (
    <>
      {unconfirmed ? (
        <Text size="sm" c="dimmed">
          {texts.waitsForFirm}
        </Text>
      ) : (
        <Button size="xs" onClick={() => ask('accepted')}>
          {texts.accept}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => ask('refused')}>
        {texts.refuse}
      </Button>
      {asked === 'accepted' && (
        <DecisionDialog
          draft={`accept.${need.id}`}
          title={texts.acceptTitle}
          text={texts.acceptText}
          confirm={texts.accept}
          onConfirm={decide('accepted')}
          onClose={() => ask(undefined)}
        />
      )}
      {asked === 'refused' && (
        <DecisionDialog
          draft={`refuse.${need.id}`}
          title={texts.refuseTitle}
          codes="decisionCodes"
          confirm={texts.refuse}
          danger
          onConfirm={decide('refused')}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  );
}
