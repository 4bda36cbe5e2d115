import { Alert, Button, Group, Paper } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { addressOf } from '../../../api/client.ts';
import { reckoned, type SummaryRows } from '../../../api/reports.ts';
import { Facts } from '../../../kit/facts.tsx';
import { money } from '../../../kit/money.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useAmount } from '../question/amount.ts';
import { useAgreementColumns } from './agreement-columns.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

/** Agreements, or payments, behind both values; or those left out for a reason, and why. */
export function AgreementRows({ rows }: { rows: Rows }) {
  const { t } = useText();
  const { groupBy, key, by, seller, buyer, brokerId, excluded } = rows.part;
  const filter = excluded
    ? { excluded }
    : { groupBy: key === undefined ? undefined : groupBy, key, by, seller, buyer, brokerId };
  const query = useQuery(
    reckoned<SummaryRows>('summary/agreements', { ...rows.asked, ...filter, ...rows.paging }),
  );
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
          href={addressOf('/reports/summary/agreements.csv', { ...rows.asked, ...filter })}
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
            total={<Total total={answer.total} rows={rows} />}
            columns={columns}
          />
        )}
      </QueryView>
    </>
  );
}

/** What all pages of the rows add up to: the figure that led here. */
function Total({ total, rows }: { total: SummaryRows['total']; rows: Rows }) {
  const { t, language } = useText();
  const { figures, count, rows: texts } = t.bureau;
  const amount = useAmount();
  const { basis, flow } = rows.question;
  const { excluded } = rows.part;
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
