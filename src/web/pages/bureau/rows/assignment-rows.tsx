import { useQuery } from '@tanstack/react-query';
import { assignments } from '../../../api/assignments.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { DueDate } from '../../../kit/due-date.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { NeedById } from './need-columns.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

/** Needs that a broker carries now. */
export function AssignmentRows({ rows }: { rows: Rows }) {
  const { t } = useText();
  const texts = t.bureau.rows;
  const { brokerId } = rows.part;
  const query = useQuery(assignments.list({ brokerId, open: true, ...rows.paging }));
  return (
    <QueryView query={query}>
      {({ items, nextCursor }) => {
        // A need that waits for the office to name somebody is carried by nobody yet.
        const answer = { items: items.filter((one) => one.brokerId), nextCursor };
        return (
          <RowTable
            label={texts.titles.load}
            answer={answer}
            total={wholeOf(answer, rows)}
            asked={rows}
            keyOf={(row) => row.id}
            columns={[
              { name: texts.need, head: true, show: (row) => <NeedById id={row.needId} /> },
              {
                name: texts.status,
                show: (row) => <CodeBadge table="assignmentStatuses" code={row.status} />,
              },
              { name: texts.due, show: (row) => row.due && <DueDate due={row.due} /> },
            ]}
          />
        );
      }}
    </QueryView>
  );
}

/** How many there are, where one page has all. */
export const wholeOf = (
  { items, nextCursor }: { items: readonly unknown[]; nextCursor: string | null },
  { list }: Rows,
): number | undefined => (nextCursor === null && list.page === 1 ? items.length : undefined);
