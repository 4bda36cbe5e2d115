import { Box, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useText } from '../../texts/use-text.tsx';
import { type OwnerStep, ownerSteps, type StepState } from './owner-steps.ts';
import classes from './step-list.module.css';

const looks: Record<StepState, { color: string; variant: 'filled' | 'light' | 'outline' }> = {
  done: { color: 'teal', variant: 'filled' },
  now: { color: 'blue', variant: 'light' },
  later: { color: 'gray', variant: 'light' },
  failed: { color: 'red', variant: 'light' },
};

/** The way of a need: a row on a screen, a column on a phone. */
export function StepList({ states }: { states: Record<OwnerStep, StepState> }) {
  const { t } = useText();
  const words = t.owners.progress;
  return (
    <ol className={classes.steps} aria-label={words.steps}>
      {ownerSteps.map((step, index) => {
        const state = states[step];
        return (
          <Box
            component="li"
            key={step}
            className={classes.step}
            data-state={state}
            {...(state === 'now' && { 'aria-current': 'step' })}
          >
            <ThemeIcon size={26} radius="xl" {...looks[state]} aria-hidden>
              {state === 'done' && <IconCheck size={16} />}
              {state === 'failed' && <IconX size={16} />}
              {(state === 'now' || state === 'later') && <span>{index + 1}</span>}
            </ThemeIcon>
            <Text size="sm" fw={state === 'now' || state === 'failed' ? 700 : 400}>
              {words.stepNames[step]}
              <span className={classes.unseen}>{words.stepStates[state]}</span>
            </Text>
          </Box>
        );
      })}
    </ol>
  );
}
