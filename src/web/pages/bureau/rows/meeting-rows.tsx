import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Meetings, reckoned } from '../../../api/reports.ts';
import { instantText } from '../../../kit/dates.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useNeedColumns } from './need-columns.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

type Row = Meetings['items'][number];

/** Meetings that were held. */
export function MeetingRows({ rows }: { rows: Rows }) {
  const { t, word, language } = useText();
  const texts = t.bureau.rows;
  const { brokerId } = rows.part;
  const query = useQuery(
    reckoned<Meetings>('brokers/meetings', { ...rows.period, brokerId, ...rows.paging }),
  );
  const need = useNeedColumns<Row>((row) => row.need);
  return (
    <QueryView query={query}>
      {(answer) => (
        <RowTable
          label={texts.titles.meetings}
          answer={answer}
          total={answer.total}
          asked={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              name: texts.metAt,
              show: (row) => (
                <Anchor component={Link} to={`/engagements/${row.engagementId}`} inherit>
                  {instantText(row.at, language)}
                </Anchor>
              ),
            },
            ...need,
            { name: word('groupings', 'institute'), show: (row) => row.institute?.name },
            { name: word('groupings', 'broker'), show: (row) => row.brokerName },
          ]}
        />
      )}
    </QueryView>
  );
}
