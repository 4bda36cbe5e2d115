import { Fieldset, Group, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { AddRow, RemoveRow } from '../../../kit/row-buttons.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { BrokerValues } from './broker-values.ts';

/** Days on which the broker is not asked. */
export function LeaveFields({ form }: { form: UseFormReturnType<BrokerValues> }) {
  const { t } = useText();
  const texts = t.desks.broker;
  const { leave } = form.values;
  return (
    <Fieldset legend={texts.leave}>
      <Stack gap="sm">
        {leave.map((one, at) => (
          <Group key={at} align="flex-end" gap="xs">
            <DayInput
              label={texts.from}
              w={150}
              value={one.from}
              onChange={(day) => {
                form.setFieldValue(`leave.${at}.from`, day);
                // A leave that is put off ends no sooner than it begins.
                if (one.to < day) form.setFieldValue(`leave.${at}.to`, day);
              }}
              error={form.errors[`leave.${at}.from`]}
            />
            <DayInput
              label={texts.to}
              w={150}
              value={one.to}
              onChange={(day) => form.setFieldValue(`leave.${at}.to`, day)}
              error={form.errors[`leave.${at}.to`]}
            />
            <TextInput
              label={t.confirmation.note}
              w={{ base: '100%', xs: 160 }}
              maxLength={200}
              {...form.getInputProps(`leave.${at}.note`)}
            />
            <RemoveRow
              label={`${t.actions.remove} ${texts.leave} ${at + 1}`}
              onRemove={() => form.removeListItem('leave', at)}
            />
          </Group>
        ))}
        <AddRow
          label={texts.addLeave}
          onAdd={() => form.insertListItem('leave', { from: today(), to: today(), note: '' })}
        />
      </Stack>
    </Fieldset>
  );
}
