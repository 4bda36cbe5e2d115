import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useText } from '../texts/use-text.tsx';

/** Previous and next page of a list that the server pages by cursor. */
export function Pager({
  list,
  nextCursor,
}: {
  list: { page: number; goNext(cursor: string): void; goBack(): void };
  nextCursor: string | null;
}) {
  const { t } = useText();
  if (list.page === 1 && nextCursor === null) return null;
  return (
    <Group
      component="nav"
      aria-label={t.pages.label}
      justify="center"
      gap="sm"
      className="no-print"
    >
      <Button
        variant="default"
        size="xs"
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        disabled={list.page === 1}
        onClick={list.goBack}
      >
        {t.pages.previous}
      </Button>
      <Text size="sm" aria-current="page">
        {list.page}
      </Text>
      <Button
        variant="default"
        size="xs"
        rightSection={<IconChevronRight size={16} aria-hidden />}
        disabled={nextCursor === null}
        onClick={() => nextCursor !== null && list.goNext(nextCursor)}
      >
        {t.pages.next}
      </Button>
    </Group>
  );
}
