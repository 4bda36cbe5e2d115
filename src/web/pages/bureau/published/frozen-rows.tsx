import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FrozenRows as Answer, type ReportAnswer, reports } from '../../../api/reports.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { Rows } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useAgreementColumns } from '../rows/agreement-columns.tsx';
import { RowTotals } from '../rows/row-totals.tsx';
import { FrozenPartNote, useFrozenList } from './frozen-part-note.tsx';

/** The frozen rows, counted or left out, as they stood then: all, or those behind one figure. */
export function FrozenRows({
  report,
  kind,
}: {
  report: ReportAnswer;
  kind: 'rows' | 'excludedRows';
}) {
  const { t } = useText();
  const texts = t.bureau.published;
  const { list, filter, paging } = useFrozenList();
  const query = useQuery(reports.below<Answer>(report.id, 'rows', { kind, ...filter, ...paging }));
  const excluded = kind === 'excludedRows' ? (filter.excluded ?? 'any') : undefined;
  const columns = useAgreementColumns(report, { excluded, brokerId: filter.brokerId });
  const reasons: Record<string, string> = t.bureau.excluded.why;
  return (
    <Stack gap="sm">
      <FrozenPartNote report={report} part={kind} filter={filter} />
      {filter.excluded && (
        <Alert color="yellow" role="note" title={t.bureau.excluded.whyTitle}>
          {reasons[filter.excluded]}
        </Alert>
      )}
      <QueryView query={query}>
        {({ items, nextCursor, total }) =>
          items.length === 0 ? (
            <Empty text={t.bureau.rows.none} />
          ) : (
            <>
              <RowTotals total={total} question={report} excluded={excluded} />
              <Text size="sm" c="dimmed">
                {texts.asThen}
              </Text>
              <Rows
                label={texts.partNames[kind]}
                rows={items}
                columns={columns}
                keyOf={(row) => row.paymentId ?? row.agreementId}
              />
              <Pager list={list} nextCursor={nextCursor} />
            </>
          )
        }
      </QueryView>
    </Stack>
  );
}
