import { Link } from 'react-router';
import { adjustmentReasons } from '../../../../vocabulary.ts';
import type { ReportAnswer } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { useAmount } from '../question/amount.ts';

/** Every agreement that an earlier publication is corrected by, and why. */
export function AdjustmentTable({ adjustments }: { adjustments: ReportAnswer['adjustments'] }) {
  const { t, word } = useText();
  const texts = t.bureau;
  const amount = useAmount();
  const reason = (code: string) =>
    (adjustmentReasons as readonly string[]).includes(code)
      ? word('adjustmentReasons', code)
      : word('exclusionReasons', code);
  return (
    <FigureTable
      label={texts.adjustments.title}
      minWidth={480}
      words={2}
      head={[
        texts.rows.agreement,
        texts.adjustments.period,
        texts.adjustments.reason,
        texts.figures.withUnit(texts.figures.contractValue, amount.unitName()),
        texts.figures.withUnit(texts.figures.technologyValue, amount.unitName()),
      ]}
      rows={adjustments.map((one) => ({
        key: `${one.reportId} ${one.agreementId}`,
        name: (
          <Link to={`/agreements/${one.agreementId}`} className="text-link">
            {one.title ?? one.agreementId}
          </Link>
        ),
        cells: [
          texts.period.name(one),
          reason(one.reason),
          texts.signed(amount.bare(one.contractValueFen)),
          texts.signed(amount.bare(one.technologyValueFen)),
        ],
      }))}
    />
  );
}
