import { agreements } from '../../../api/agreements.ts';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import type { Asked } from './register-buttons.tsx';
import { RegisterDialog } from './register-dialog.tsx';

/** Asks what a step needs to know, in place. */
export function StepDialog({
  asked: { step, agreement },
  onClose,
}: {
  asked: Asked;
  onClose(): void;
}) {
  const { t } = useText();
  const texts = t.desks.registration;
  const act = useCommand(
    (body: { code?: string; note?: string }, key) => agreements.act(agreement.id, step, body, key),
    { quiet: true, done: texts.done[step] },
  );
  if (step === 'register') return <RegisterDialog agreement={agreement} onClose={onClose} />;
  if (step === 'apply') return <ApplyDialog agreement={agreement} onClose={onClose} />;
  return (
    <DecisionDialog
      draft={`${step}.${agreement.id}`}
      title={texts.steps[step]}
      text={texts.stepTexts[step](agreement.title)}
      {...(step !== 'distinguish' && { codes: 'endingCodes', danger: true })}
      needsNote={step !== 'deregister'}
      confirm={texts.steps[step]}
      onConfirm={(decision) => act.mutateAsync(decision)}
      onClose={onClose}
    />
  );
}
