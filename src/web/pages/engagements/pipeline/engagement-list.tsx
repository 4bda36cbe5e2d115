import { Anchor, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Query } from '../../../api/client.ts';
import { type Engagement, engagements } from '../../../api/engagements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { Column } from '../../../kit/rows.tsx';
import type { ListState } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { StageMenu } from '../stage-menu.tsx';
import { TurnText } from '../turn-text.tsx';
import { useMove } from '../use-move.ts';

/** The same engagements as rows; the service filters, sorts and pages. */
export function EngagementList({ filters, list }: { filters: Query; list: ListState }) {
  const { t } = useText();
  const texts = t.engagements.pipeline;
  const { cursor, limit } = list.query;
  const sort = list.sort ?? '-stageSince';
  const query = useQuery(engagements.list({ ...filters, sort, cursor, limit }));
  const columns = useColumns();
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
        {(page) => (
          <PagedRows
            label={texts.title}
            page={page}
            columns={columns}
            empty={<Empty text={texts.empty} />}
            list={list}
          />
        )}
      </QueryView>
    </Stack>
  );
}

function useColumns(): Column<Engagement>[] {
  const { t, word, language } = useText();
  const texts = t.engagements.pipeline;
  const { mutateAsync: move } = useMove();
  const titleOf = ({ need }: Engagement) => need.title ?? texts.hiddenTitle;
  return [
    {
      name: texts.need,
      head: true,
      show: (one) => (
        <>
          <Anchor component={Link} to={`/engagements/${one.id}`} size="sm" fw={600}>
            {titleOf(one)}
          </Anchor>
          <Text size="xs" c="dimmed" fw={400}>
            {[one.enterprise?.name, one.need.field && word('fields', one.need.field)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      ),
    },
    { name: texts.institute, show: ({ institute }) => institute.name },
    {
      name: texts.stage,
      show: ({ stage }) => <CodeBadge table="engagementStages" code={stage} />,
    },
    { name: texts.turn, show: (one) => <TurnText engagement={one} /> },
    { name: texts.since, show: ({ stageSince }) => dateText(stageSince, language) },
    {
      name: texts.action,
      show: (one) =>
        one.nextStages.length > 0 && (
          <StageMenu engagement={one} onMove={move}>
            <Button size="compact-sm" variant="default" aria-label={texts.moveCard(titleOf(one))}>
              {texts.moveTo}
            </Button>
          </StageMenu>
        ),
    },
  ];
}
