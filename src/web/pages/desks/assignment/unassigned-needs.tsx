import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { dateText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { Column } from '../../../kit/rows.tsx';
import type { ListState } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Open needs that nobody is asked about at this moment, oldest first. */
export function UnassignedNeeds({ list }: { list: ListState }) {
  const { t, word, language } = useText();
  const texts = t.desks.assignment;
  const { cursor, limit } = list.query;
  const query = useQuery(
    needs.list({ status: 'open', unassigned: true, sort: 'submittedAt', cursor, limit }),
  );
  const columns: Column<NeedAnswer>[] = [
    {
      name: texts.need,
      head: true,
      show: (need) => (
        <Anchor component={Link} to={`/needs/${need.id}`} size="sm" fw={600}>
          {need.title ?? t.states.hidden}
        </Anchor>
      ),
    },
    { name: texts.firm, show: (need) => need.organization?.name },
    { name: texts.field, show: (need) => need.field && word('fields', need.field) },
    {
      name: texts.submitted,
      show: ({ submittedAt }) => submittedAt && dateText(submittedAt, language),
    },
    { name: texts.turn, show: () => <Text size="sm">{texts.unassignedTurn}</Text> },
  ];
  return (
    <QueryView query={query}>
      {(page) => (
        <Stack gap="sm">
          <PagedRows
            label={texts.heaps.unassigned}
            page={page}
            columns={columns}
            empty={<Empty text={texts.none.unassigned} />}
            list={list}
          />
        </Stack>
      )}
    </QueryView>
  );
}
