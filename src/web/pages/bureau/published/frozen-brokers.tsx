import type { ReportAnswer } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { useAmount } from '../question/amount.ts';

type Brokers = NonNullable<ReportAnswer['views']>['brokers'];
type Sums = Brokers['total'];

const did = (one: Sums) => one.proposals + one.meetings + one.agreements + one.needsSolved > 0;

/** The brokers' table as it stood then; on paper only who did something in the period. */
export function FrozenBrokers({ brokers, all }: { brokers: Brokers; all: boolean }) {
  const { t } = useText();
  const texts = t.bureau.brokers;
  const amount = useAmount();
  const { columns } = texts;
  const cells = (one: Sums) => [
    one.proposals,
    one.accepted,
    one.answerMinutes === null ? '—' : texts.minutes(one.answerMinutes),
    one.meetings,
    one.agreements,
    amount.bare(one.technologyValueFen),
    one.needsSolved,
  ];
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
          .filter((one) => all || did(one))
          .map((one) => ({ key: one.brokerId, name: one.name, cells: cells(one) })),
        ...(brokers.withoutBroker.agreements > 0
          ? [{ key: 'without', name: texts.without, cells: cells(brokers.withoutBroker) }]
          : []),
      ]}
      total={{ key: 'total', name: t.bureau.total, cells: cells(brokers.total) }}
    />
  );
}
