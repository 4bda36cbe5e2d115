import { Checkbox, Group, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { DayInput } from '../../kit/day-input.tsx';
import { MoneyInput } from '../../kit/money-input.tsx';
import { useText } from '../../texts/use-text.tsx';
import classes from './form-section.module.css';
import { FormSection } from './form-section.tsx';
import { IndicatorFields } from './indicator-fields.tsx';
import { LayerFields } from './layer-fields.tsx';
import type { NeedValues } from './need-values.ts';

/**
 * The sections of a need, in the order in which one tells of a problem; `children` is the help,
 * which on a phone comes after what it is mostly about.
 */
export function NeedFields({
  form,
  children,
}: {
  form: UseFormReturnType<NeedValues>;
  children: ReactNode;
}) {
  const { t, options } = useText();
  const words = t.owners.form;
  const { sections } = words;
  return (
    <>
      <FormSection title={`1. ${sections.problem}`}>
        <TextInput
          label={words.title}
          description={words.titleHint}
          maxLength={120}
          required
          {...form.getInputProps('title')}
        />
        <Textarea
          label={words.problem}
          description={words.problemHint}
          maxLength={10_000}
          autosize
          minRows={5}
          maxRows={16}
          required
          {...form.getInputProps('problem')}
        />
      </FormSection>
      <div className={classes.side}>{children}</div>
      <FormSection title={`2. ${sections.product}`}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={words.product} maxLength={200} {...form.getInputProps('product')} />
          <TextInput label={words.process} maxLength={200} {...form.getInputProps('process')} />
          <NativeSelect
            label={words.field}
            data={[{ value: '', label: words.fieldNone }, ...options('fields')]}
            {...form.getInputProps('field')}
          />
          <TextInput
            label={words.industry}
            description={words.industryHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={5}
            {...form.getInputProps('industry')}
          />
        </SimpleGrid>
      </FormSection>
      <FormSection title={`3. ${sections.target}`}>
        <IndicatorFields form={form} />
      </FormSection>
      <FormSection title={`4. ${sections.tried}`}>
        <Textarea
          label={words.tried}
          description={words.triedHint}
          maxLength={2_000}
          autosize
          minRows={2}
          maxRows={10}
          {...form.getInputProps('tried')}
        />
      </FormSection>
      <FormSection title={`5. ${sections.terms}`}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <MoneyInput
            label={words.budget}
            value={form.values.budgetFen ?? undefined}
            onChange={(fen) => form.setFieldValue('budgetFen', fen ?? null)}
            error={form.errors.budgetFen}
          />
          <DayInput label={words.deadline} {...form.getInputProps('deadline')} />
        </SimpleGrid>
        <Checkbox.Group label={words.modes} {...form.getInputProps('cooperationModes')}>
          <Group gap="sm" mt={6}>
            {options('cooperationModes').map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
      </FormSection>
      <FormSection title={`6. ${sections.layers}`} text={words.layersText}>
        <LayerFields form={form} />
      </FormSection>
    </>
  );
}
