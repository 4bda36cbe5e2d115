import { Alert, Button, Group } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { addressOf } from '../../../api/client.ts';
import { reckoned, type SummaryRows } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useAgreementColumns } from './agreement-columns.tsx';
import { RowTable } from './row-list.tsx';
import { RowTotals } from './row-totals.tsx';
import type { Rows } from './use-rows.ts';

/** Agreements, or payments, behind both values; or those left out for a reason, and why. */
export function AgreementRows({ rows }: { rows: Rows }) {
  const { t } = useText();
  const { groupBy, key, by, seller, buyer, brokerId, excluded } = rows.part;
  const filter = excluded
    ? { excluded }
    : { groupBy: key === undefined ? undefined : groupBy, key, by, seller, buyer, brokerId };
  const asked = { ...rows.asked, ...filter };
  const query = useQuery(
    reckoned<SummaryRows>('summary/agreements', { ...asked, total: false, ...rows.paging }),
  );
  // The whole period is added up for them, so the rows come first.
  const sums = useQuery({
    ...reckoned<SummaryRows>('summary/agreements', { ...asked, limit: 1 }),
    placeholderData: undefined,
    enabled: query.isSuccess,
  });
  const columns = useAgreementColumns(rows.question, { excluded, brokerId });
  const reasons: Record<string, string> = t.bureau.excluded.why;
  return (
    <>
      {excluded && (
        <Alert color="yellow" role="note" title={t.bureau.excluded.whyTitle}>
          {reasons[excluded]}
        </Alert>
      )}
      <Group>
        <Button
          component="a"
          href={addressOf('/reports/summary/agreements.csv', asked)}
          download
          size="xs"
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
        >
          {t.bureau.rows.csv}
        </Button>
      </Group>
      <QueryView query={query}>
        {(answer) => (
          <RowTable
            label={t.bureau.rows.titles[excluded ? 'excluded' : 'agreements']}
            answer={answer}
            asked={rows}
            keyOf={(row) => row.paymentId ?? row.agreementId}
            total={
              <QueryView query={sums} bones={1}>
                {({ total }) =>
                  total && <RowTotals total={total} question={rows.question} excluded={excluded} />
                }
              </QueryView>
            }
            columns={columns}
          />
        )}
      </QueryView>
    </>
  );
}
