import { Stack, Text } from '@mantine/core';
import type { ReportAnswer } from '../../../api/reports.ts';
import { Empty } from '../../../kit/empty.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { AdjustedPeriods } from './adjusted-periods.tsx';
import { AdjustmentTable } from './adjustment-table.tsx';

/** What this publication corrects in earlier ones. */
export function FrozenAdjustments({ report }: { report: ReportAnswer }) {
  const { t } = useText();
  const texts = t.bureau.adjustments;
  if (report.adjustedPeriods.length === 0) return <Empty text={texts.none} />;
  return (
    <Stack gap="sm">
      <Text size="sm">{texts.text}</Text>
      <AdjustedPeriods periods={report.adjustedPeriods} />
      <AdjustmentTable adjustments={report.adjustments} />
      {report.counts.adjustments > report.adjustments.length && (
        <Text size="sm">{texts.more(report.counts.adjustments)}</Text>
      )}
    </Stack>
  );
}
