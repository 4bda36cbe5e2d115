import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { foreignInFen } from '../../../../features/agreements/agreement-foreign.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { money } from '../../../kit/money.ts';
import { MoneyInput } from '../../../kit/money-input.tsx';
import { AddRow, RemoveRow } from '../../../kit/row-buttons.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { AgreementValues } from './agreement-values.ts';
import { TechnologyValue } from './technology-value.tsx';

type Form = UseFormReturnType<AgreementValues>;

const currencies = ['CNY', 'USD', 'EUR', 'JPY', 'GBP', 'HKD', 'KRW', 'CHF', 'SGD'];

/** Both values: the whole deal, what is no technology in it, and the rest, reckoned as one types. */
export function MoneyFields({
  form,
  fixedCurrency = false,
}: {
  form: Form;
  fixedCurrency?: boolean;
}) {
  const { t } = useText();
  const texts = t.agreements.form;
  const { contractValueFen, currency } = form.values;
  return (
    <Fieldset legend={texts.money}>
      <Stack gap="sm">
        <Group align="flex-start">
          <MoneyInput
            flex="1 1 240px"
            label={texts.contractValue}
            withAsterisk
            value={contractValueFen ?? undefined}
            onChange={(fen) => form.setFieldValue('contractValueFen', fen ?? null)}
            error={form.errors.contractValueFen}
          />
          {!fixedCurrency && (
            <Select
              w={130}
              label={texts.currency}
              allowDeselect={false}
              data={currencies.includes(currency) ? currencies : [...currencies, currency]}
              {...form.getInputProps('currency')}
            />
          )}
        </Group>
        {currency !== 'CNY' && !fixedCurrency && <ForeignFields form={form} />}
        <Deductions form={form} />
        <TechnologyValue values={form.values} error={form.errors.technologyValueFen} />
      </Stack>
    </Fieldset>
  );
}

function ForeignFields({ form }: { form: Form }) {
  const { t, language } = useText();
  const texts = t.agreements.form;
  const { currency, foreign } = form.values;
  const fen = Number(foreignInFen(foreign) ?? 0);
  return (
    <Group align="flex-start">
      <TextInput
        flex="1 1 150px"
        label={texts.foreignAmount(currency)}
        inputMode="decimal"
        withAsterisk
        {...form.getInputProps('foreign.amount')}
        error={form.errors['foreign.amount'] ?? form.errors.foreign}
      />
      <TextInput
        flex="1 1 150px"
        label={texts.rate}
        inputMode="decimal"
        withAsterisk
        {...form.getInputProps('foreign.rate')}
      />
      <DayInput
        flex="1 1 150px"
        label={texts.rateDate}
        withAsterisk
        {...form.getInputProps('foreign.rateDate')}
      />
      {fen > 0 && (
        <Group w="100%" gap="xs">
          <Text size="sm">{texts.converts(money(fen, language, 'yuan'))}</Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => form.setFieldValue('contractValueFen', fen)}
          >
            {texts.takeOver}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function Deductions({ form }: { form: Form }) {
  const { t, options } = useText();
  const texts = t.agreements.form;
  return (
    <Stack gap="xs" role="group" aria-label={texts.deductions}>
      <Text size="sm" fw={500}>
        {texts.deductions}
      </Text>
      {form.values.deductions.map(({ amountFen }, at) => (
        // A row has no name of its own; its place is what it is.
        <Group key={at} gap="xs" align="flex-start">
          <NativeSelect
            w={150}
            aria-label={`${texts.deductionKind} ${at + 1}`}
            data={options('deductionKinds')}
            {...form.getInputProps(`deductions.${at}.kind`)}
          />
          <MoneyInput
            flex="1 1 190px"
            aria-label={`${texts.deductionAmount} ${at + 1}`}
            placeholder={texts.deductionAmount}
            value={amountFen ?? undefined}
            onChange={(fen) => form.setFieldValue(`deductions.${at}.amountFen`, fen ?? null)}
            error={form.errors[`deductions.${at}.amountFen`]}
          />
          <TextInput
            flex="1 1 150px"
            aria-label={`${texts.deductionNote} ${at + 1}`}
            placeholder={texts.deductionNote}
            {...form.getInputProps(`deductions.${at}.note`)}
          />
          <RemoveRow
            label={texts.removeDeduction(at + 1)}
            onRemove={() => form.removeListItem('deductions', at)}
          />
        </Group>
      ))}
      <AddRow
        label={texts.addDeduction}
        onAdd={() =>
          form.insertListItem('deductions', { kind: 'equipment', amountFen: null, note: '' })
        }
      />
    </Stack>
  );
}
