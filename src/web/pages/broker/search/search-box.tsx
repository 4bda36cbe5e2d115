import { Button, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../../../texts/use-text.tsx';

/** A field for words or a sentence; what is sought stands in the address once it is sent. */
export function SearchBox({
  q,
  label,
  hint,
  onSearch,
}: {
  q: string;
  label: string;
  hint: string;
  onSearch(q: string): void;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap" maw={760}>
          <TextInput
            flex={1}
            type="search"
            label={label}
            placeholder={hint}
            value={typed}
            maxLength={2_000}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconSearch size={16} aria-hidden />}
          >
            {t.actions.search}
          </Button>
        </Group>
      </form>
    </search>
  );
}
