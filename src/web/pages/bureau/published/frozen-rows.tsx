import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FrozenRows as Answer, type ReportAnswer, reports } from '../../../api/reports.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { Rows } from '../../../kit/rows.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useAgreementColumns } from '../rows/agreement-columns.tsx';

/** The frozen rows, counted or left out, as they stood then. */
export function FrozenRows({
  report,
  kind,
}: {
  report: ReportAnswer;
  kind: 'rows' | 'excludedRows';
}) {
  const { t } = useText();
  const texts = t.bureau.published;
  const list = useList([], { limit: 50 });
  const { limit, cursor } = list.query;
  const query = useQuery(reports.below<Answer>(report.id, 'rows', { kind, limit, cursor }));
  const excluded = kind === 'excludedRows' ? 'any' : undefined;
  const columns = useAgreementColumns(report, { excluded });
  return (
    <QueryView query={query}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Empty text={t.bureau.rows.none} />
        ) : (
          <Stack gap="sm">
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
          </Stack>
        )
      }
    </QueryView>
  );
}
