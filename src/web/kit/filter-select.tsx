import { Select, type SelectProps } from '@mantine/core';
import { useText } from '../texts/use-text.tsx';

/** A select that narrows a list; cleared, it asks for everything again. */
export function FilterSelect({
  label,
  labelHidden = false,
  value,
  onChange,
  ...rest
}: Omit<SelectProps, 'label' | 'value' | 'onChange' | 'clearable' | 'clearButtonProps'> & {
  label: string;
  /** Only for those who hear it, in a bar whose placeholders say enough. */
  labelHidden?: boolean;
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { t } = useText();
  return (
    <Select
      {...(labelHidden ? { 'aria-label': label } : { label })}
      {...rest}
      clearable
      clearButtonProps={{ 'aria-label': `${t.actions.clear} ${label}` }}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
