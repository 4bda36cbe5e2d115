import {
  Box,
  Checkbox,
  Group,
  NativeSelect,
  SimpleGrid,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DayInput } from '../../../kit/day-input.tsx';
import { AddRow, RemoveRow } from '../../../kit/row-buttons.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { FormSection } from '../form-section.tsx';
import classes from '../indicator-fields.module.css';
import { type CapabilityValues, noIp } from './capability-values.ts';

/** The sections of a capability. */
export function CapabilityFields({ form }: { form: UseFormReturnType<CapabilityValues> }) {
  const { t, options } = useText();
  const words = t.capabilities.form;
  const unsaid = { value: '', label: words.unsaid };
  return (
    <>
      <FormSection title={words.what}>
        <TextInput label={words.title} maxLength={300} required {...form.getInputProps('title')} />
        <Textarea
          label={words.abstract}
          description={words.abstractHint}
          autosize
          minRows={5}
          maxRows={16}
          maxLength={20_000}
          required
          {...form.getInputProps('abstract')}
        />
        <TextInput
          label={words.keywords}
          description={words.listHint}
          {...form.getInputProps('keywords')}
        />
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <NativeSelect
            label={words.field}
            data={[unsaid, ...options('fields')]}
            {...form.getInputProps('field')}
          />
          <NativeSelect
            label={words.stage}
            data={[unsaid, ...options('capabilityStages')]}
            {...form.getInputProps('stage')}
          />
          <NativeSelect
            label={words.trl}
            data={[
              unsaid,
              ...Array.from({ length: 9 }, (_, index) => ({
                value: String(index + 1),
                label: `TRL ${index + 1}`,
              })),
            ]}
            {...form.getInputProps('trl')}
          />
        </SimpleGrid>
      </FormSection>
      <FormSection title={words.ip}>
        <IpFields form={form} />
      </FormSection>
      <FormSection title={words.who}>
        <TextInput
          label={words.experts}
          description={words.listHint}
          {...form.getInputProps('experts')}
        />
        <TextInput
          label={words.equipment}
          description={words.listHint}
          {...form.getInputProps('equipment')}
        />
        <Textarea
          label={words.cases}
          description={words.casesHint}
          autosize
          minRows={2}
          maxRows={12}
          {...form.getInputProps('cases')}
        />
      </FormSection>
      <FormSection title={words.terms}>
        <Checkbox.Group label={words.modes} {...form.getInputProps('cooperationModes')}>
          <Group gap="sm" mt={6}>
            {options('cooperationModes').map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <NativeSelect
            label={words.visibility}
            data={options('capabilityVisibilities')}
            {...form.getInputProps('visibility')}
          />
          <DayInput label={words.validUntil} {...form.getInputProps('validUntil')} />
        </SimpleGrid>
      </FormSection>
    </>
  );
}

function IpFields({ form }: { form: UseFormReturnType<CapabilityValues> }) {
  const { t } = useText();
  const words = t.capabilities.form;
  return (
    <>
      {form.values.ip.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noIp}
        </Text>
      )}
      {form.values.ip.map((_, index) => (
        <Box
          key={index}
          role="group"
          aria-label={words.right(index + 1)}
          className={classes.indicator}
        >
          <TextInput
            label={words.ipType}
            placeholder={words.ipTypeHint}
            maxLength={50}
            {...form.getInputProps(`ip.${index}.type`)}
          />
          <TextInput
            label={words.ipNumber}
            maxLength={100}
            {...form.getInputProps(`ip.${index}.number`)}
          />
          <TextInput
            label={words.ipState}
            placeholder={words.ipStateHint}
            maxLength={50}
            {...form.getInputProps(`ip.${index}.state`)}
          />
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              style={{ flex: 1, minWidth: 0 }}
              label={words.ipHolder}
              maxLength={200}
              {...form.getInputProps(`ip.${index}.holder`)}
            />
            <RemoveRow
              label={words.removeRight(index + 1)}
              onRemove={() => form.removeListItem('ip', index)}
            />
          </Group>
        </Box>
      ))}
      <AddRow label={words.addRight} onAdd={() => form.insertListItem('ip', noIp)} />
    </>
  );
}
