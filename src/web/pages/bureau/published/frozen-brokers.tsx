import type { ReactNode } from 'react';
import type { ReportAnswer } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { useAmount } from '../question/amount.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import type { RowPart } from '../rows/rows-address.ts';
import { frozenAddress } from './frozen-parts.ts';

type Brokers = NonNullable<ReportAnswer['views']>['brokers'];
type Sums = Brokers['total'];

const did = (one: Sums) => one.proposals + one.meetings + one.agreements + one.needsSolved > 0;

/** The brokers' table as it stood then; on paper only who did something in the period. */
export function FrozenBrokers({
  report,
  brokers,
  paper,
}: {
  report: ReportAnswer;
  brokers: Brokers;
  paper: boolean;
}) {
  const { t } = useText();
  const texts = t.bureau.brokers;
  const amount = useAmount();
  const { columns } = texts;
  const cells = (one: Sums, filter: RowPart) => {
    const told =
      !paper && (filter.brokerId === undefined || report.narrows.brokerId)
        ? (shown: ReactNode) => (
            <FigureLink to={frozenAddress(report.id, 'rows', filter)}>{shown}</FigureLink>
          )
        : (shown: ReactNode) => shown;
    return [
      one.proposals,
      one.accepted,
      one.answerMinutes === null ? '—' : texts.minutes(one.answerMinutes),
      one.meetings,
      told(one.agreements),
      told(amount.bare(one.technologyValueFen)),
      one.needsSolved,
    ];
  };
  return (
    <FigureTable
      label={texts.title}
      minWidth={560}
      head={[
        columns.name,
        columns.proposals,
        columns.accepted,
        columns.answerMinutes,
        columns.meetings,
        columns.agreements,
        columns.technologyValue(amount.unitName()),
        columns.needsSolved,
      ]}
      rows={[
        ...brokers.rows
          .filter((one) => !paper || did(one))
          .map((one) => ({
            key: one.brokerId,
            name: one.name,
            cells: cells(one, { brokerId: one.brokerId }),
          })),
        ...(brokers.withoutBroker.agreements > 0
          ? [
              {
                key: 'without',
                name: texts.without,
                cells: cells(brokers.withoutBroker, { groupBy: 'broker', key: 'unknown' }),
              },
            ]
          : []),
      ]}
      total={{ key: 'total', name: t.bureau.total, cells: cells(brokers.total, {}) }}
    />
  );
}
