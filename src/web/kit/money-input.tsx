import { NativeSelect, TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../texts/use-text.tsx';
import { amountIn, fenOf, type MoneyUnit } from './money.ts';

/**
 * An amount typed in 元 or 万元, held in whole fen. `onChange` hears `undefined` for an empty
 * field, and `NaN` for what is no amount, which a form refuses.
 */
export function MoneyInput({
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  value: number | undefined;
  onChange(fen: number | undefined): void;
}) {
  const { t } = useText();
  const [unit, setUnit] = useState<MoneyUnit>('tenThousand');
  const [typed, setTyped] = useState(value === undefined ? '' : amountIn(value, 'tenThousand'));

  useEffect(() => {
    // Set from outside: a restored draft, a computed value.
    if (value !== undefined && Number.isNaN(value)) return;
    setTyped((old) =>
      fenOf(old, unit) === value ? old : value === undefined ? '' : amountIn(value, unit),
    );
  }, [value, unit]);

  const type = (text: string) => {
    setTyped(text);
    onChange(text.trim() === '' ? undefined : (fenOf(text, unit) ?? Number.NaN));
  };
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      rightSectionWidth={84}
      rightSection={
        <NativeSelect
          aria-label={t.money.unit}
          variant="unstyled"
          size="xs"
          w={80}
          // Else it inherits the outer input's, and its own text has no room.
          rightSectionWidth={20}
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value as MoneyUnit)}
          data={[
            { value: 'yuan', label: t.money.yuan },
            { value: 'tenThousand', label: t.money.tenThousand },
            { value: 'hundredMillion', label: t.money.hundredMillion },
          ]}
        />
      }
    />
  );
}
