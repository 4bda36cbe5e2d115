import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { inbox, type NotificationLine } from '../../api/inbox.ts';
import { instantText } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { Page } from '../../kit/page.tsx';
import { Pager } from '../../kit/pager.tsx';
import { QueryView } from '../../kit/query-view.tsx';
import { useCommand } from '../../kit/use-command.ts';
import { useList } from '../../kit/use-list.ts';
import { useText } from '../../texts/use-text.tsx';
import { placeOf } from './notice-place.ts';
import { noticeText } from './notice-text.ts';

export function InboxPage() {
  const { t } = useText();
  const list = useList([]);
  const lines = useQuery(inbox.list(list.query));
  const readAll = useCommand(() => call('POST', '/notifications/read-all'), { done: false });
  return (
    <Page
      title={t.shell.inbox}
      actions={
        <Button
          variant="default"
          size="xs"
          disabled={!lines.data?.unread}
          onClick={() => readAll.mutate(undefined)}
        >
          {t.shell.markAllRead}
        </Button>
      }
    >
      <QueryView query={lines}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <Stack gap="xs">
              {items.map((line) => (
                <InboxLine key={line.id} line={line} />
              ))}
              <Pager list={list} nextCursor={nextCursor} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

function InboxLine({ line }: { line: NotificationLine }) {
  const texts = useText();
  const { t, language } = texts;
  const read = useCommand(() => inbox.act(line.id, 'read'), { done: false });
  const place = placeOf(line);
  const unread = line.readAt === undefined;
  const words = noticeText(line, texts);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text size="sm" fw={unread ? 700 : 400}>
            {place ? (
              <Link
                to={place}
                className="text-link"
                onClick={() => unread && read.mutate(undefined)}
              >
                {words}
              </Link>
            ) : (
              words
            )}
          </Text>
          {line.subject.title && <Text size="sm">{line.subject.title}</Text>}
          <Text size="xs" c="dimmed">
            {instantText(line.createdAt, language)}
          </Text>
        </div>
        {unread && (
          <Button
            size="compact-xs"
            variant="subtle"
            style={{ flexShrink: 0 }}
            onClick={() => read.mutate(undefined)}
          >
            {t.shell.markRead}
          </Button>
        )}
      </Group>
    </Card>
  );
}
