import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  checkCreditCode,
  normalizeCreditCode,
} from '../../../../features/organizations/credit-code.ts';
import { useText } from '../../../texts/use-text.tsx';

const length = 18;

/** The number of an organization; a credit code is checked as one types. */
export function CreditCodeInput({
  checked,
  value,
  onChange,
  error,
  disabled,
}: {
  /** Whether the number is a credit code; others are only text. */
  checked: boolean;
  value: string;
  onChange(code: string): void;
  error: ReactNode;
  disabled: boolean;
}) {
  const { t } = useText();
  const texts = t.organizations;
  if (!checked) {
    return (
      <TextInput
        label={texts.number}
        value={value}
        maxLength={30}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
    );
  }
  const result = value === '' ? undefined : checkCreditCode(value);
  // Too short is no fault while one still types; a wrong letter is one at once.
  const short = result && !result.ok && result.fault === 'length' && result.code.length < length;
  const fault = result && !result.ok && !short ? texts.codeFaults[result.fault] : undefined;
  const said = !result || result.ok ? undefined : texts.codeTyped(result.code.length);
  return (
    <TextInput
      label={texts.code}
      description={result?.ok ? texts.codeRight : (said ?? texts.codeHint)}
      value={value}
      disabled={disabled}
      maxLength={30}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => value !== '' && onChange(normalizeCreditCode(value))}
      error={fault ?? error}
      rightSection={result?.ok && <IconCheck size={16} aria-hidden />}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', letterSpacing: '0.03em' } }}
    />
  );
}
