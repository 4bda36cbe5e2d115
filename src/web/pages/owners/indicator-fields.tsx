import { Box, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { AddRow, RemoveRow } from '../../kit/row-buttons.tsx';
import { useText } from '../../texts/use-text.tsx';
import classes from './indicator-fields.module.css';
import { type NeedValues, noIndicator } from './need-values.ts';

/** What must be reached: any number of lines of name, relation, value or range, unit. */
export function IndicatorFields({ form }: { form: UseFormReturnType<NeedValues> }) {
  const { t, options } = useText();
  const words = t.owners.form;
  const { indicators } = form.values;
  return (
    <>
      {indicators.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noIndicators}
        </Text>
      )}
      {indicators.map((indicator, index) => {
        const at = `indicators.${index}`;
        const between = indicator.relation === 'between';
        return (
          <Box
            key={index}
            role="group"
            aria-label={words.indicator(index + 1)}
            className={classes.indicator}
          >
            <TextInput
              className={classes.name}
              label={words.indicatorName}
              placeholder={words.indicatorNameHint}
              maxLength={100}
              {...form.getInputProps(`${at}.name`)}
            />
            <NativeSelect
              label={words.relation}
              data={options('relations')}
              {...form.getInputProps(`${at}.relation`)}
            />
            <TextInput
              label={between ? words.low : words.value}
              inputMode="decimal"
              {...form.getInputProps(`${at}.value`)}
            />
            {between && (
              <TextInput
                label={words.high}
                inputMode="decimal"
                {...form.getInputProps(`${at}.upper`)}
              />
            )}
            <TextInput label={words.unit} maxLength={30} {...form.getInputProps(`${at}.unit`)} />
            <Group className={classes.last} gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                style={{ flex: 1 }}
                label={words.condition}
                maxLength={200}
                {...form.getInputProps(`${at}.condition`)}
              />
              <RemoveRow
                label={words.removeIndicator(index + 1)}
                onRemove={() => form.removeListItem('indicators', index)}
              />
            </Group>
          </Box>
        );
      })}
      <AddRow
        label={words.addIndicator}
        disabled={indicators.length >= 30}
        onAdd={() => form.insertListItem('indicators', noIndicator)}
      />
    </>
  );
}
