import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type AgreementStep, stepOrder } from './agreement-steps.ts';

const ChangeDialog = lazy(async () => ({
  default: (await import('./change-dialog.tsx')).ChangeDialog,
}));
const StepDialog = lazy(async () => ({
  default: (await import('./step-dialog.tsx')).StepDialog,
}));

/** What this reader may do with the contract now: the next two steps as buttons, the rest below. */
export function AgreementActions({ agreement }: { agreement: Agreement }) {
  const { t } = useText();
  const texts = t.agreements.actions;
  const navigate = useNavigate();
  const [open, setOpen] = useState<AgreementStep>();
  const allowed = stepOrder.filter((step) => agreement.actions.includes(step));
  const close = () => setOpen(undefined);
  const take = (step: AgreementStep) =>
    step === 'update' ? void navigate(`/agreements/${agreement.id}/edit`) : setOpen(step);
  const rest = allowed.slice(2);
  return (
    <>
      {allowed.slice(0, 2).map((step, at) => (
        <Button key={step} variant={at === 0 ? 'filled' : 'default'} onClick={() => take(step)}>
          {texts[step]}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
              {texts.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((step) => (
              <Menu.Item
                key={step}
                color={step === 'revoke' ? 'red' : undefined}
                onClick={() => take(step)}
              >
                {texts[step]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {(open === 'revoke' || open === 'deregister') && (
        <EndDialog agreement={agreement} step={open} onClose={close} />
      )}
      <Suspense>
        {open === 'change' && <ChangeDialog agreement={agreement} onClose={close} />}
        {open && !['revoke', 'deregister', 'change'].includes(open) && (
          <StepDialog agreement={agreement} step={open} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

function EndDialog({
  agreement,
  step,
  onClose,
}: {
  agreement: Agreement;
  step: 'revoke' | 'deregister';
  onClose(): void;
}) {
  const { t } = useText();
  const texts = t.agreements.actions;
  const command = useCommand((body: object, key) => agreements.act(agreement.id, step, body, key), {
    quiet: true,
    done: texts.done,
  });
  return (
    <DecisionDialog
      draft={`${step}.${agreement.id}`}
      title={texts[step]}
      {...(step === 'revoke' && { text: texts.revokeText })}
      codes="endingCodes"
      needsNote
      danger
      confirm={texts[step]}
      onConfirm={command.mutateAsync}
      onClose={onClose}
    />
  );
}
