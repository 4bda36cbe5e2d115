import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { OrganizationSelect } from '../../../kit/organization-select.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { BrokerValues } from './broker-values.ts';

/** The employer, and organizations with which the broker has declared a conflict of interest. */
export function TieFields({
  form,
  own,
}: {
  form: UseFormReturnType<BrokerValues>;
  /** Brokers declare conflicts; the employer, and lifting one, are the office's. */
  own: boolean;
}) {
  const { t } = useText();
  const texts = t.desks.broker;
  const { employer, conflicts } = form.values;
  return (
    <>
      {!own && (
        <OrganizationSelect
          label={texts.employer}
          description={texts.employerHint}
          value={employer}
          onChange={(value) => form.setFieldValue('employer', value)}
          error={form.errors.employerId}
        />
      )}
      <Stack gap={4}>
        <OrganizationSelect
          key={conflicts.length}
          label={texts.addConflict}
          description={texts.conflictHint}
          value={null}
          onChange={(value) => {
            if (!value || conflicts.some(({ id }) => id === value.id)) return;
            form.setFieldValue('conflicts', [...conflicts, value]);
          }}
        />
        {conflicts.map((one) => (
          <Group key={one.id} gap="xs">
            <Text size="sm">{one.name}</Text>
            {(!own || form.isDirty('conflicts')) && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${t.actions.remove} ${one.name}`}
                onClick={() =>
                  form.setFieldValue(
                    'conflicts',
                    conflicts.filter(({ id }) => id !== one.id),
                  )
                }
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
      </Stack>
    </>
  );
}
