import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Achievements, reckoned } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { DayText } from './day-text.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

/** Distinct achievements, each with the first agreement that brought it in. */
export function AchievementRows({ rows }: { rows: Rows }) {
  const { t, word } = useText();
  const texts = t.bureau.rows;
  const { groupBy, key, by, seller, buyer, brokerId } = rows.part;
  const query = useQuery(
    reckoned<Achievements>('summary/achievements', {
      ...rows.asked,
      ...{ groupBy: key === undefined ? undefined : groupBy, key, by, seller, buyer, brokerId },
      ...rows.paging,
    }),
  );
  return (
    <QueryView query={query}>
      {(answer) => (
        <RowTable
          label={texts.titles.achievements}
          answer={answer}
          total={answer.total}
          asked={rows}
          keyOf={(row) => row.capabilityId}
          columns={[
            { name: texts.on[rows.question.basis], show: (row) => <DayText day={row.on} /> },
            {
              name: texts.achievement,
              head: true,
              show: (row) =>
                row.title ? (
                  <Anchor component={Link} to={`/capabilities/${row.capabilityId}`} inherit>
                    {row.title}
                  </Anchor>
                ) : (
                  t.states.hidden
                ),
            },
            { name: word('groupings', 'institute'), show: (row) => row.institute?.name },
            {
              name: texts.firstAgreement,
              show: (row) => (
                <Anchor component={Link} to={`/agreements/${row.agreementId}`} inherit>
                  {row.agreementTitle}
                </Anchor>
              ),
            },
            {
              name: texts.agreementCount,
              numeric: true,
              show: (row) => t.bureau.count.agreements(row.agreements),
            },
          ]}
        />
      )}
    </QueryView>
  );
}
