import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type AssignmentAnswer, assignments } from '../../../api/assignments.ts';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Taking a proposal, or declining it with a code that the bureau and the next one are told. */
export function AnswerButtons({
  assignment,
}: {
  assignment: Pick<AssignmentAnswer, 'id' | 'actions'>;
}) {
  const { t } = useText();
  const { today } = t.desk;
  const [declining, setDeclining] = useState(false);
  const { id, actions } = assignment;
  const accept = useCommand((_: undefined, key) => assignments.act(id, 'accept', undefined, key), {
    done: today.accepted,
  });
  const decline = useCommand((why: object, key) => assignments.act(id, 'decline', why, key), {
    done: today.declined,
    quiet: true,
  });
  if (!actions.includes('accept') && !actions.includes('decline')) return null;
  return (
    <Group gap="xs">
      {actions.includes('accept') && (
        <Button size="xs" loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
          {today.accept}
        </Button>
      )}
      {actions.includes('decline') && (
        <Button size="xs" variant="default" onClick={() => setDeclining(true)}>
          {today.decline}
        </Button>
      )}
      {declining && (
        <DecisionDialog
          draft={`decline.${id}`}
          title={today.declineTitle}
          codes="decisionCodes"
          confirm={today.decline}
          danger
          onConfirm={(why) => decline.mutateAsync(why)}
          onClose={() => setDeclining(false)}
        />
      )}
    </Group>
  );
}
