import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useText } from '../../../texts/use-text.tsx';
import { CreditCodeInput } from './credit-code-input.tsx';
import type { OrganizationValues } from './organization-values.ts';

/** The fields of an organization; `graded` are the office's alone. */
export function OrganizationFields({
  form,
  graded,
  movable,
}: {
  form: UseFormReturnType<OrganizationValues>;
  graded: boolean;
  /** Only an administrator names another district. */
  movable: boolean;
}) {
  const { t, options } = useText();
  const texts = t.organizations;
  const { kind, idKind } = form.values;
  const foreign = idKind !== 'credit_code';
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Select
        label={texts.kind}
        data={options('organizationKinds')}
        allowDeselect={false}
        disabled={!graded}
        withAsterisk
        {...form.getInputProps('kind')}
      />
      <TextInput label={texts.name} withAsterisk {...form.getInputProps('name')} />
      <Select
        label={texts.idKind}
        data={options('idKinds')}
        allowDeselect={false}
        disabled={!graded}
        {...form.getInputProps('idKind')}
      />
      <CreditCodeInput
        checked={!foreign}
        disabled={!graded}
        value={form.values.creditCode}
        onChange={(code) => form.setFieldValue('creditCode', code)}
        error={form.errors.creditCode}
      />
      {foreign && (
        <TextInput
          label={texts.country}
          description={texts.countryHint}
          disabled={!graded}
          {...form.getInputProps('country')}
          onChange={(event) =>
            form.setFieldValue('country', event.currentTarget.value.toUpperCase().slice(0, 2))
          }
        />
      )}
      <TextInput
        label={texts.district}
        description={movable ? texts.districtHint : texts.districtFixed}
        disabled={!movable}
        withAsterisk
        {...form.getInputProps('district')}
      />
      <TextInput
        label={texts.industry}
        description={texts.industryHint}
        {...form.getInputProps('industry')}
      />
      {kind === 'enterprise' && (
        <Select
          label={texts.tier}
          data={options('tiers')}
          disabled={!graded}
          clearable
          clearButtonProps={{ 'aria-label': `${t.actions.clear} ${texts.tier}` }}
          value={form.values.tier || null}
          onChange={(tier) => form.setFieldValue('tier', tier ?? '')}
          error={form.errors.tier}
        />
      )}
      <TextInput
        label={texts.externalId}
        description={texts.externalIdHint}
        {...form.getInputProps('externalId')}
      />
    </SimpleGrid>
  );
}
