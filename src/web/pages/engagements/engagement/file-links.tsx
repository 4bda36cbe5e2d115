import { Anchor, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { fileAddress } from '../../../api/files.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Files of an engagement or agreement by their names, each a download; all of them, or some. */
export function FileLinks({
  of: { fileIds, files },
  ids = fileIds,
}: {
  of: { fileIds: readonly string[]; files?: readonly { id: string; name: string }[] | undefined };
  ids?: readonly string[];
}) {
  const { t } = useText();
  const names = new Map(files?.map(({ id, name }) => [id, name]));
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
