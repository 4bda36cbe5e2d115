import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reckoned, type SolvedNeeds } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { DayText } from './day-text.tsx';
import { useNeedColumns } from './need-columns.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

type Row = SolvedNeeds['items'][number];

/** Needs solved, each with the agreement that shows it. */
export function SolvedRows({ rows }: { rows: Rows }) {
  const { t, word } = useText();
  const texts = t.bureau.rows;
  const { brokerId } = rows.part;
  const query = useQuery(
    reckoned<SolvedNeeds>('summary/needs', { ...rows.period, brokerId, ...rows.paging }),
  );
  const need = useNeedColumns<Row>((row) => row);
  return (
    <QueryView query={query}>
      {(answer) => (
        <RowTable
          label={texts.titles.solved}
          answer={answer}
          total={answer.total}
          asked={rows}
          keyOf={(row) => row.needId}
          columns={[
            { name: texts.solvedOn, show: (row) => <DayText day={row.on} /> },
            ...need,
            { name: word('groupings', 'broker'), show: (row) => row.brokerName },
            {
              name: texts.agreement,
              show: (row) =>
                row.agreementId ? (
                  <Anchor component={Link} to={`/agreements/${row.agreementId}`} inherit>
                    {texts.openAgreement}
                  </Anchor>
                ) : (
                  texts.withoutAgreement
                ),
            },
          ]}
        />
      )}
    </QueryView>
  );
}
