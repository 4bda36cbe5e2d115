import { Paper } from '@mantine/core';
import type { SummaryRows } from '../../../api/reports.ts';
import { Facts } from '../../../kit/facts.tsx';
import { money } from '../../../kit/money.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useAmount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';

/** What all pages of the rows add up to: the figure that led here. */
export function RowTotals({
  total,
  question: { basis, flow },
  excluded,
}: {
  total: NonNullable<SummaryRows['total']>;
  question: Pick<Question, 'basis' | 'flow'>;
  excluded?: string | undefined;
}) {
  const { t, language } = useText();
  const { figures, count, rows: texts } = t.bureau;
  const amount = useAmount();
  const both = (fen: number) => texts.exact(amount.text(fen), money(fen, language, 'yuan'));
  const part = total.brokerTechnologyValueFen;
  return (
    <Paper withBorder p="sm" component="section" aria-label={texts.total}>
      <Facts
        cols={4}
        facts={[
          [figures.agreements, count.agreements(total.agreements)],
          [texts.payments, basis === 'paid' && !excluded ? count.payments(total.rows) : undefined],
          [
            figures.achievements[flow],
            excluded ? undefined : count.achievements(total.achievements),
          ],
          [figures.contractValue, both(total.contractValueFen)],
          [figures.technologyValue, both(total.technologyValueFen)],
          [texts.brokerPart, part === undefined ? undefined : both(part)],
        ]}
      />
    </Paper>
  );
}
