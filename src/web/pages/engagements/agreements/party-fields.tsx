import { Button, Fieldset, Group, NativeSelect, Select, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { checkCreditCode } from '../../../../features/organizations/credit-code.ts';
import type { AgreementSide } from '../../../../vocabulary.ts';
import type { Messages } from '../../../texts/language.ts';
import { useText } from '../../../texts/use-text.tsx';
import type { AgreementValues } from './agreement-values.ts';

/** One side of the contract: known here, or named with a code, a registration or a document. */
export function PartyFields({
  form,
  side,
}: {
  form: UseFormReturnType<AgreementValues>;
  side: AgreementSide;
}) {
  const { t, options } = useText();
  const texts = t.agreements.form;
  const party = form.values[side];
  const linked = party.organizationId !== '';
  const natureOptions = Object.entries(t.agreements.natures).map(([value, label]) => ({
    value,
    label: `${value} ${label}`,
  }));
  const field = (name: string) => form.getInputProps(`${side}.${name}`);
  return (
    <Fieldset legend={texts[side]} flex="1 1 320px">
      <TextInput
        label={texts.partyName}
        withAsterisk
        maxLength={200}
        readOnly={linked}
        {...field('name')}
        error={field('name').error ?? form.errors[side] ?? field('organizationId').error}
      />
      {linked ? (
        <Group justify="space-between" gap="xs" mt={4} mb="xs">
          <Text size="xs" c="dimmed">
            {texts.linked}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => form.setFieldValue(`${side}.organizationId`, '')}
          >
            {texts.unlink}
          </Button>
        </Group>
      ) : (
        <NativeSelect mt="xs" label={texts.idKind} data={options('idKinds')} {...field('idKind')} />
      )}
      {party.idKind === 'credit_code' ? (
        <CreditCodeInput
          required={!linked}
          {...field('creditCode')}
          code={party.creditCode}
          fault={field('creditCode').error}
        />
      ) : (
        <Group grow align="flex-start" mt="xs">
          <TextInput label={texts.idNumber} maxLength={60} {...field('idNumber')} />
          <TextInput
            label={texts.country}
            description={texts.countryHint}
            withAsterisk
            maxLength={2}
            {...field('country')}
            onChange={(event) =>
              form.setFieldValue(`${side}.country`, event.currentTarget.value.toUpperCase())
            }
          />
        </Group>
      )}
      <Select
        mt="xs"
        label={texts.nature}
        withAsterisk
        allowDeselect={false}
        searchable
        data={
          natureOptions.some(({ value }) => value === party.nature) || party.nature === ''
            ? natureOptions
            : [...natureOptions, { value: party.nature, label: party.nature }]
        }
        {...field('nature')}
        onChange={(value) => form.setFieldValue(`${side}.nature`, value ?? '')}
      />
    </Fieldset>
  );
}

/** Checks the code while it is typed, and says what is wrong with it. */
function CreditCodeInput({
  code,
  fault,
  required,
  ...rest
}: {
  code: string;
  fault: string | undefined;
  required: boolean;
}) {
  const { t } = useText();
  const texts = t.agreements.form;
  const told = code === '' ? undefined : creditCodeFault(code, texts);
  const right = code !== '' && told === undefined;
  return (
    <TextInput
      mt="xs"
      {...rest}
      label={texts.creditCode}
      withAsterisk={required}
      description={right ? texts.codeRight : required ? undefined : texts.creditCodeOptional}
      // Until as many are typed as belong there, a shorter code is not wrong yet.
      error={told && (code.length >= 18 || fault) ? told : fault}
      maxLength={30}
    />
  );
}

function creditCodeFault(code: string, texts: Messages['agreements']['form']): string | undefined {
  const check = checkCreditCode(code);
  if (check.ok) return undefined;
  if (check.fault === 'length') return texts.codeLength(check.code.length);
  if (check.fault === 'alphabet') return texts.codeAlphabet(check.code[check.at ?? 0] ?? '');
  return texts.codeCheck;
}
