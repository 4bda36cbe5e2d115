import { Link } from 'react-router';
import type { ReportHead } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { useAmount } from '../question/amount.ts';

/** What earlier publications are corrected by, each in one line. */
export function AdjustedPeriods({ periods }: { periods: ReportHead['adjustedPeriods'] }) {
  const { t } = useText();
  const texts = t.bureau;
  const amount = useAmount();
  return (
    <FigureTable
      label={texts.adjustments.periods}
      minWidth={480}
      head={[
        texts.adjustments.period,
        texts.adjustments.touched,
        texts.adjustments.achievements,
        texts.adjustments.agreements,
        texts.figures.withUnit(texts.figures.contractValue, amount.unitName()),
        texts.figures.withUnit(texts.figures.technologyValue, amount.unitName()),
      ]}
      rows={periods.map((one) => ({
        key: one.reportId,
        name: (
          <Link to={`/reports/${one.reportId}`} className="text-link">
            {texts.adjustments.edition(texts.period.name(one), one.edition)}
          </Link>
        ),
        cells: [
          one.count,
          texts.signed(String(one.achievements)),
          texts.signed(String(one.agreements)),
          texts.signed(amount.bare(one.contractValueFen)),
          texts.signed(amount.bare(one.technologyValueFen)),
        ],
      }))}
    />
  );
}
