import { Anchor, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Query } from '../../../api/client.ts';
import { type Engagement, engagements } from '../../../api/engagements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { ListState } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { StageMenu } from '../stage-menu.tsx';
import { TurnText } from '../turn-text.tsx';
import { type Move, useMove } from '../use-move.ts';
import { EngagementCard } from './engagement-card.tsx';

type OnMove = (move: Move) => Promise<unknown>;

/** The same engagements as rows; the service filters, sorts and pages. */
export function EngagementList({ filters, list }: { filters: Query; list: ListState }) {
  const { t } = useText();
  const texts = t.engagements.pipeline;
  const { cursor, limit } = list.query;
  const sort = list.sort ?? '-stageSince';
  const query = useQuery(engagements.list({ ...filters, sort, cursor, limit }));
  const { mutateAsync: move } = useMove();
  const narrow = useMediaQuery('(max-width: 48em)');
  return (
    <Stack>
      <Group justify="flex-end">
        <Select
          label={texts.sortBy}
          size="xs"
          allowDeselect={false}
          value={sort}
          onChange={(value) => list.setFilters({ sort: value ?? undefined })}
          data={Object.entries(texts.sorts).map(([value, label]) => ({ value, label }))}
        />
      </Group>
      <QueryView query={query}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty text={texts.empty} />
          ) : (
            <>
              {narrow ? (
                <Stack gap="xs">
                  {items.map((one) => (
                    <EngagementCard key={one.id} engagement={one} onMove={move} showStage />
                  ))}
                </Stack>
              ) : (
                <EngagementTable items={items} onMove={move} />
              )}
              <Pager list={list} nextCursor={nextCursor} />
            </>
          )
        }
      </QueryView>
    </Stack>
  );
}

function EngagementTable({ items, onMove }: { items: Engagement[]; onMove: OnMove }) {
  const { t, word, language } = useText();
  const texts = t.engagements.pipeline;
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.need}</Table.Th>
            <Table.Th>{texts.institute}</Table.Th>
            <Table.Th>{texts.stage}</Table.Th>
            <Table.Th>{texts.turn}</Table.Th>
            <Table.Th>{texts.since}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Anchor component={Link} to={`/engagements/${one.id}`} size="sm" fw={600}>
                  {one.need.title ?? texts.hiddenTitle}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[one.enterprise?.name, one.need.field && word('fields', one.need.field)]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>{one.institute.name}</Table.Td>
              <Table.Td>
                <CodeBadge table="engagementStages" code={one.stage} />
              </Table.Td>
              <Table.Td>
                <TurnText engagement={one} />
              </Table.Td>
              <Table.Td>
                <Text size="sm">{dateText(one.stageSince, language)}</Text>
              </Table.Td>
              <Table.Td ta="right">
                <StageMenu engagement={one} onMove={onMove}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={texts.moveCard(one.need.title ?? texts.hiddenTitle)}
                  >
                    {texts.moveTo}
                  </Button>
                </StageMenu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
