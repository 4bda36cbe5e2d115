import { ActionIcon, Box, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
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
              <ActionIcon
                variant="default"
                size={36}
                aria-label={words.removeIndicator(index + 1)}
                onClick={() => form.removeListItem('indicators', index)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Box>
        );
      })}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={indicators.length >= 30}
          onClick={() => form.insertListItem('indicators', noIndicator)}
        >
          {words.addIndicator}
        </Button>
      </Group>
    </>
  );
}
