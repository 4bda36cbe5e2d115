import { useQuery } from '@tanstack/react-query';
import { type Proposals, reckoned } from '../../../api/reports.ts';
import { instantText } from '../../../kit/dates.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useNeedColumns } from './need-columns.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

type Row = Proposals['items'][number];

/** The times that brokers were asked, and what they answered after how long. */
export function ProposalRows({ rows }: { rows: Rows }) {
  const { t, word, language } = useText();
  const texts = t.bureau.rows;
  const { brokerId, answer } = rows.part;
  const query = useQuery(
    reckoned<Proposals>('brokers/proposals', { ...rows.period, brokerId, answer, ...rows.paging }),
  );
  const need = useNeedColumns<Row>((row) => row.need);
  return (
    <QueryView query={query}>
      {(found) => (
        <RowTable
          label={texts.titles.proposals}
          answer={found}
          total={found.total}
          asked={rows}
          keyOf={(row) => row.id}
          columns={[
            { name: texts.askedAt, show: (row) => instantText(row.at, language) },
            ...need,
            { name: word('groupings', 'broker'), show: (row) => row.brokerName },
            { name: texts.answer, show: (row) => word('proposalAnswers', row.answer) },
            {
              name: t.bureau.brokers.columns.answerMinutes,
              numeric: true,
              show: (row) =>
                row.answerMinutes === undefined
                  ? undefined
                  : t.bureau.brokers.minutes(row.answerMinutes),
            },
          ]}
        />
      )}
    </QueryView>
  );
}
