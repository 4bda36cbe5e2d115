import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { engagements } from '../../../api/engagements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { wholeOf } from './assignment-rows.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

/** Engagements that a broker leads and that go on. */
export function EngagementRows({ rows }: { rows: Rows }) {
  const { t, word } = useText();
  const texts = t.bureau.rows;
  const { brokerId } = rows.part;
  const query = useQuery(engagements.list({ brokerId, active: true, ...rows.paging }));
  return (
    <QueryView query={query}>
      {(answer) => (
        <RowTable
          label={texts.titles.engagements}
          answer={answer}
          total={wholeOf(answer, rows)}
          asked={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              name: texts.need,
              head: true,
              show: (row) => (
                <Anchor component={Link} to={`/engagements/${row.id}`} inherit>
                  {row.need?.title ?? texts.need}
                </Anchor>
              ),
            },
            { name: texts.enterprise, show: (row) => row.enterprise?.name },
            { name: word('groupings', 'institute'), show: (row) => row.institute?.name },
            {
              name: texts.status,
              show: (row) => <CodeBadge table="engagementStages" code={row.stage} />,
            },
          ]}
        />
      )}
    </QueryView>
  );
}
