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
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { districtSettings, type SettingsAnswer } from '../../../api/settings.ts';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
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
  const form = useForm<ClockValues>({ initialValues: clockValues(settings) });
  const edit = useEdit({
    calls: districtSettings,
    row: settings,
    done: t.states.saved,
    onDone: (saved) => form.setValues(clockValues(saved)),
  });
  const { error, newest } = edit;
  // Each fault goes to its field once, not at every render.
  useEffect(() => {
    if (error) form.setErrors(faultsOf(error, text));
  }, [error]);
  const may = settings.actions.includes('update');
  const change = clockChange(form.values, settings);
  const dirty = Object.keys(change).length > 0;
  return (
    <Paper component="section" withBorder p="md" aria-label={texts.clocksTitle}>
      <Title order={2} size="h4" mb="sm">
        {texts.clocksTitle}
      </Title>
      <Form onSubmit={() => dirty && edit.save(change)}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {clocks.map((clock) => (
            <ClockField
              key={clock}
              clock={clock}
              changed={settings.changed.includes(clock)}
              disabled={!may}
              input={form.getInputProps(clock)}
              {...(may && { onReset: () => edit.save({ [clock]: null }) })}
            />
          ))}
        </SimpleGrid>
        {error && <FailureNote error={error} title={texts.clocksTitle} />}
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
      {newest && (
        <StaleDialog
          differences={clocks
            .filter((clock) => Number(form.values[clock]) !== newest[clock])
            .map((clock) => ({
              name: texts.clocks[clock],
              yours: String(form.values[clock]),
              theirs: String(newest[clock]),
            }))}
          onKeepYours={() => edit.overwrite(clockChange(form.values, newest))}
          onTakeTheirs={() => {
            form.setValues(clockValues(newest));
            edit.forgetNewest();
          }}
          onClose={edit.forgetNewest}
        />
      )}
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
