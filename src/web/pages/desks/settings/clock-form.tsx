import {
  Badge,
  Button,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useEffect } from 'react';
import {
  districtSettings,
  type SettingsAnswer,
  type SettingsChange,
} from '../../../api/settings.ts';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useEdit } from '../../../kit/use-edit.ts';
import { useText } from '../../../texts/use-text.tsx';
import {
  type Clock,
  type ClockValues,
  clockChange,
  clocks,
  clockValues,
  defaultOf,
} from './clocks.ts';

/** Clocks and periods; each says its default, and goes back to it. */
export function ClockForm({ settings }: { settings: SettingsAnswer }) {
  const text = useText();
  const { t } = text;
  const texts = t.desks.settings;
  const edit = useEdit<SettingsAnswer, ClockValues, SettingsChange>({
    draft: 'settings.clocks',
    calls: districtSettings,
    row: settings,
    valuesOf: clockValues,
    changeOf: clockChange,
    fields: clocks.map((clock) => ({
      name: texts.clocks[clock],
      keys: [clock],
      show: (values) => String(values[clock]),
    })),
    done: t.states.saved,
    onDone: (saved) => edit.rebase({ values: clockValues(saved), revision: saved.revision }),
  });
  const { form, base, error, dirty } = edit;
  // Nothing is typed here: what others save is simply shown.
  useEffect(() => {
    if (dirty || settings.revision === base.revision) return;
    edit.rebase({ values: clockValues(settings), revision: settings.revision });
  }, [settings.revision, base.revision, dirty]);
  const reset = useCommand(
    (clock: Clock) =>
      districtSettings.change(settings.id, settings.revision, { [clock]: null } as SettingsChange),
    {
      quiet: true,
      done: t.states.saved,
      onDone: (saved, clock) => {
        // What is typed beside it stays, and still goes with the version that it began with.
        const values = { ...base.values, [clock]: saved[clock] };
        const isNext = base.revision === settings.revision;
        const revision = isNext ? saved.revision : base.revision;
        edit.rebase({ values, revision }, { ...form.getValues(), [clock]: saved[clock] });
      },
    },
  );
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (error) form.setErrors(faultsOf(error, text));
  }, [error]);
  const may = settings.actions.includes('update');
  const fault = error ?? reset.error;
  return (
    <Paper component="section" withBorder p="md" aria-label={texts.clocksTitle}>
      <Title order={2} size="h4" mb="sm">
        {texts.clocksTitle}
      </Title>
      <Form onSubmit={() => dirty && !edit.busy && edit.save()}>
        {edit.restored && <DraftNote onDiscard={edit.discard} />}
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {clocks.map((clock) => (
            <ClockField
              key={clock}
              clock={clock}
              changed={settings.changed.includes(clock)}
              disabled={!may}
              input={form.getInputProps(clock)}
              {...(may && { onReset: () => reset.mutate(clock) })}
            />
          ))}
        </SimpleGrid>
        {fault && <FailureNote error={fault} title={texts.clocksTitle} />}
        {may && (
          <Group>
            <Button type="submit" loading={edit.busy} disabled={!dirty}>
              {t.actions.save}
            </Button>
            {dirty && (
              <Text size="sm" c="dimmed">
                {t.states.unsaved}
              </Text>
            )}
          </Group>
        )}
      </Form>
      <StaleDialog stale={edit.stale} />
    </Paper>
  );
}

function ClockField({
  clock,
  changed,
  disabled,
  input,
  onReset,
}: {
  clock: Clock;
  changed: boolean;
  disabled: boolean;
  input: object;
  onReset?(): void;
}) {
  const { t } = useText();
  const texts = t.desks.settings;
  return (
    <Stack gap={4}>
      <NumberInput
        label={texts.clocks[clock]}
        description={texts.clockHints[clock]}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        disabled={disabled}
        {...input}
      />
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {texts.defaultIs(defaultOf(clock))}
        </Text>
        {changed && <Badge color="yellow">{texts.changedMark}</Badge>}
        {changed && onReset && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={onReset}
            aria-label={texts.resetOf(texts.clocks[clock])}
          >
            {texts.reset}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
