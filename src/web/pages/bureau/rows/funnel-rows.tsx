import { useQuery } from '@tanstack/react-query';
import type { FunnelStep } from '../../../../vocabulary.ts';
import { type Funnel, type FunnelNeeds, reckoned } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { DayText } from './day-text.tsx';
import { useNeedColumns } from './need-columns.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

type Row = FunnelNeeds['items'][number];

/** Needs of the cohort that reached a step, or that did not. */
export function FunnelRows({ rows }: { rows: Rows }) {
  const { t, word } = useText();
  const texts = t.bureau.rows;
  const step = (rows.part.step ?? 'posted') as FunnelStep;
  const reached = rows.part.reached !== 'false';
  const query = useQuery(
    reckoned<FunnelNeeds>('funnel/needs', { ...rows.period, step, reached, ...rows.paging }),
  );
  const { data: funnel } = useQuery(reckoned<Funnel>('funnel', rows.period));
  const came = funnel?.steps.find((one) => one.step === step)?.reached;
  const posted = funnel?.steps[0]?.reached;
  const need = useNeedColumns<Row>((row) => row);
  return (
    <QueryView query={query}>
      {(answer) => (
        <RowTable
          label={texts.titles.funnel}
          answer={answer}
          total={reached ? came : (posted ?? 0) - (came ?? 0)}
          asked={rows}
          keyOf={(row) => row.needId}
          columns={[
            { name: texts.postedOn, show: (row) => <DayText day={row.postedOn} /> },
            ...need,
            { name: texts.furthest, show: (row) => word('funnelSteps', row.furthest) },
            // The day of being posted has its column already; who did not come has no day.
            ...(step === 'posted' || !reached
              ? []
              : [
                  {
                    name: texts.reachedOn(word('funnelSteps', step)),
                    show: (row: Row) => row.reachedOn && <DayText day={row.reachedOn} />,
                  },
                ]),
          ]}
        />
      )}
    </QueryView>
  );
}
