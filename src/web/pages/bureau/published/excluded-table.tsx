import { Text } from '@mantine/core';
import type { ReportAnswer } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { FigureLink } from '../rows/figure-link.tsx';
import { frozenAddress } from './frozen-parts.ts';

/** What was left out then, by reason. */
export function ExcludedTable({ report, paper }: { report: ReportAnswer; paper: boolean }) {
  const { t, word } = useText();
  const texts = t.bureau.excluded;
  if (report.excluded.length === 0) return <Text size="sm">{texts.none}</Text>;
  return (
    <FigureTable
      label={texts.title}
      minWidth={240}
      head={[texts.reason, t.bureau.figures.agreements]}
      rows={report.excluded.map(({ reason, count }) => ({
        key: reason,
        name: word('exclusionReasons', reason),
        cells: [
          paper ? (
            count
          ) : (
            <FigureLink
              key="count"
              to={frozenAddress(report.id, 'excludedRows', { excluded: reason })}
            >
              {count}
            </FigureLink>
          ),
        ],
      }))}
    />
  );
}
