import { Anchor, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { fileAddress, files } from '../../../api/files.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Files by their names, each a download. */
export function FileLinks({ engagementId, ids }: { engagementId: string; ids: readonly string[] }) {
  const { t } = useText();
  const { data } = useQuery(files.list({ attachedTo: engagementId, limit: 100 }));
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (
    <Stack gap={2} mt={2}>
      {ids.map((id, at) => (
        <Anchor key={id} href={fileAddress(id)} size="sm" download>
          <IconDownload size={14} aria-hidden />{' '}
          {names.get(id) ?? `${t.actions.download} ${at + 1}`}
        </Anchor>
      ))}
    </Stack>
  );
}
