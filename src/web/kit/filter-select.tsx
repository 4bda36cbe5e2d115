import { Select, type SelectProps } from '@mantine/core';
import { useText } from '../texts/use-text.tsx';

/** A select that narrows a list; empty or cleared, it asks for everything. */
export function FilterSelect({
  label,
  value,
  onChange,
  ...rest
}: Omit<SelectProps, 'label' | 'value' | 'onChange' | 'clearable' | 'clearButtonProps'> & {
  label: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { t } = useText();
  return (
    <Select
      label={label}
      placeholder={t.states.any}
      {...rest}
      clearable
      clearButtonProps={{ 'aria-label': `${t.actions.clear} ${label}` }}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
