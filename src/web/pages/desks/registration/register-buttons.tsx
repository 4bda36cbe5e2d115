import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Agreement } from '../../../api/agreements.ts';
import { useText } from '../../../texts/use-text.tsx';

export const steps = ['register', 'apply', 'distinguish', 'deregister', 'revoke'] as const;
export type Step = (typeof steps)[number];
export interface Asked {
  step: Step;
  agreement: Agreement;
}

/** The steps that the service would take now: the next one as a button, the others in a menu. */
export function RegisterButtons({
  agreement,
  onAsk,
}: {
  agreement: Agreement;
  onAsk(step: Step): void;
}) {
  const { t } = useText();
  const texts = t.desks.registration;
  const open = steps.filter(
    (step) => agreement.actions.includes(step) && (step !== 'distinguish' || agreement.duplicate),
  );
  const [first, ...rest] = open;
  if (!first) return null;
  // What ends a record is never the first thing at hand.
  const ending = first === 'deregister' || first === 'revoke';
  const others = ending ? open : rest;
  return (
    <Group gap={4} wrap="nowrap">
      {!ending && (
        <Button
          size="xs"
          onClick={() => onAsk(first)}
          aria-label={texts.stepOf[first](agreement.title)}
        >
          {texts.steps[first]}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={texts.moreOf(agreement.title)}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((step) => (
              <Menu.Item key={step} onClick={() => onAsk(step)}>
                {texts.steps[step]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
