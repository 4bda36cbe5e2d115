import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

/** Words to look for; heard a moment after the last key, or at once on Enter. */
export function SearchInput({
  value,
  onSearch,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string | undefined;
  onSearch(text: string): void;
}) {
  const [typed, setTyped] = useState(value ?? '');
  const soon = useDebouncedCallback(onSearch, 350);
  useEffect(() => setTyped(value ?? ''), [value]);
  return (
    <TextInput
      {...rest}
      type="search"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        soon(event.currentTarget.value.trim());
      }}
      onKeyDown={(event) => event.key === 'Enter' && onSearch(typed.trim())}
    />
  );
}
