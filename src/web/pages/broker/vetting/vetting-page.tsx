import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { VetButtons } from '../need/need-actions.tsx';
import { Clarity } from '../need/need-facts.tsx';
import { NeedText } from '../need/need-text.tsx';

/** Submitted needs for a second reader: the one that has waited longest comes first. */
export function VettingPage() {
  const { t } = useText();
  const texts = t.desk.vetting;
  const list = useList([], { limit: 20 });
  const rows = useQuery(needs.list({ ...list.query, status: 'submitted', sort: 'submittedAt' }));
  return (
    <Page title={texts.title} description={texts.description}>
      <QueryView query={rows} bones={5}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty text={texts.none} />
          ) : (
            <>
              <PlainList gap="sm" label={texts.list}>
                {items.map((need) => (
                  <VettingCard key={need.id} need={need} />
                ))}
              </PlainList>
              <Pager list={list} nextCursor={nextCursor} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function VettingCard({ need }: { need: NeedAnswer }) {
  const { t, word } = useText();
  const texts = t.desk.vetting;
  const { turn } = need;
  const head = `vet-${need.id}`;
  return (
    <Card component="li" withBorder padding="md" aria-labelledby={head}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} style={{ flex: '1 1 16rem' }}>
            <Text component="h2" size="md" fw={600} m={0} id={head}>
              <Link to={`/needs/${need.id}`} className="text-link">
                {need.title ?? t.desk.needs.noTitle}
              </Link>
            </Text>
            <Text size="sm" c="dimmed">
              {[need.organization?.name, need.field && word('fields', need.field)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Stack>
          <Group gap="xs">
            {turn?.action === 'confirm' && <Badge color="yellow">{texts.waiting}</Badge>}
            {turn?.due && <DueDate due={turn.due} />}
          </Group>
        </Group>
        <NeedText need={need} />
        <Clarity clarity={need.clarity} />
        {need.actions.includes('vet') ? (
          <Group gap="xs">
            <VetButtons need={need} />
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {texts.notYours}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
