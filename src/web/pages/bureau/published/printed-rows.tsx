import { Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../../api/client.ts';
import { type FrozenRows, type ReportAnswer, reports } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { useAmount } from '../question/amount.ts';
import { DayText } from '../rows/day-text.tsx';

/** More rows than these belong into a workbook. */
const mostPrinted = 500;

/** The rows as an appendix, while they are few enough for paper. */
export function PrintedRows({ report }: { report: ReportAnswer }) {
  const { t } = useText();
  const texts = t.bureau;
  const amount = useAmount();
  const some = report.counts.rows > 0 && report.counts.rows <= mostPrinted;
  const query = useInfiniteQuery({
    queryKey: [reports.path, 'one', report.id, 'all rows'],
    queryFn: ({ pageParam, signal }) =>
      call<FrozenRows>('GET', `${reports.path}/${report.id}/rows`, {
        query: { kind: 'rows', limit: 100, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: some,
  });
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={texts.print.rows}>
      <Title order={2} size="h5" mb={4} mt="lg">
        {texts.print.rows}
      </Title>
      {some ? (
        <FigureTable
          label={texts.print.rows}
          minWidth={680}
          words={4}
          nameWidth={40}
          head={[
            texts.print.number,
            texts.print.registration,
            texts.rows.agreement,
            texts.print.parties,
            texts.rows.on[report.basis],
            texts.figures.withUnit(texts.figures.contractValue, amount.unitName()),
            texts.figures.withUnit(texts.figures.technologyValue, amount.unitName()),
          ]}
          rows={rows.map((row, index) => ({
            key: row.paymentId ?? row.agreementId,
            name: index + 1,
            cells: [
              row.number ?? '',
              row.title,
              `${row.seller.name} → ${row.buyer.name}`,
              <DayText key="on" day={row.on} />,
              amount.bare(row.contractValueFen),
              amount.bare(row.technologyValueFen),
            ],
          }))}
          total={{
            key: 'total',
            name: texts.total,
            cells: [
              '',
              '',
              '',
              '',
              amount.bare(report.contractValueFen),
              amount.bare(report.technologyValueFen),
            ],
          }}
        />
      ) : (
        <Text size="sm">
          {report.counts.rows === 0 ? texts.rows.none : texts.print.tooMany(report.counts.rows)}
        </Text>
      )}
    </section>
  );
}
