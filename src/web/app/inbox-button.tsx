import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { inbox } from '../api/inbox.ts';
import { useText } from '../texts/use-text.tsx';

/** The way to the inbox, with the number of unread lines; live updates keep it current. */
export function InboxButton() {
  const { t } = useText();
  const { data } = useQuery(inbox.list({ unread: true, limit: 1 }));
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? `${t.shell.inbox} ${t.shell.unread(unread)}` : t.shell.inbox;
  return (
    <Indicator
      disabled={unread === 0}
      label={unread > 99 ? '99+' : unread}
      size={16}
      offset={6}
      color="red.9"
    >
      <ActionIcon
        component={Link}
        to="/inbox"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
      >
        <IconBell aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
