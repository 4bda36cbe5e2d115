import { Button, Group, Text } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useText } from '../../../texts/use-text.tsx';
import { comparePlace, type useCompared } from './use-compared.ts';

/** How many are chosen for comparing, and the way there. */
export function CompareBar({
  needId,
  compared,
}: {
  needId: string;
  compared: ReturnType<typeof useCompared>;
}) {
  const { t } = useText();
  const { ids } = compared;
  return (
    <Group gap="xs" role="status">
      {ids.length > 0 && (
        <>
          <Text size="xs" c="dimmed">
            {t.desk.matches.comparing(ids.length)}
          </Text>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={compared.clear}>
            {t.desk.matches.clearCompare}
          </Button>
          <Button
            component={Link}
            to={comparePlace(needId, ids)}
            size="xs"
            leftSection={<IconColumns size={14} aria-hidden />}
          >
            {t.desk.matches.goCompare(ids.length)}
          </Button>
        </>
      )}
    </Group>
  );
}
