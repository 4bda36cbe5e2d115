import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { SummaryRows } from '../../../api/reports.ts';
import { MoneyText } from '../../../kit/money-text.tsx';
import { regionName } from '../../../kit/region-name.ts';
import type { Column } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { Question } from '../question/question.ts';
import { DayText } from './day-text.tsx';

type Row = SummaryRows['items'][number];

/** Columns of agreements behind a figure; the same for frozen rows. */
export function useAgreementColumns(
  { basis }: Pick<Question, 'basis'>,
  { excluded, brokerId }: { excluded?: string | undefined; brokerId?: string | undefined } = {},
): Column<Row>[] {
  const { t, word, language } = useText();
  const texts = t.bureau.rows;
  const party = ({ name, district, country }: Row['seller']) => (
    <Stack gap={0}>
      <span>{name}</span>
      <Text component="span" size="xs" c="dimmed">
        {country === 'CN'
          ? district && regionName(district, language)
          : regionName(country, language)}
      </Text>
    </Stack>
  );
  return [
    { name: texts.on[basis], show: (row) => <DayText day={row.on} /> },
    {
      name: texts.agreement,
      head: true,
      show: (row) => (
        <Stack gap={0}>
          <Anchor component={Link} to={`/agreements/${row.agreementId}`} inherit>
            {row.title}
          </Anchor>
          <Text component="span" size="xs" c="dimmed">
            {[row.number, word('agreementTypes', row.type), word('fields', row.field)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Stack>
      ),
    },
    { name: word('agreementSides', 'seller'), show: (row) => party(row.seller) },
    {
      name: word('agreementSides', 'buyer'),
      show: (row) => (
        <>
          {party(row.buyer)}
          {row.buyerDistrictAssumed && (
            <Text component="span" size="xs" c="dimmed">
              {word('agreementWarnings', 'buyer_district_assumed')}
            </Text>
          )}
        </>
      ),
    },
    {
      name: t.bureau.figures.contractValue,
      numeric: true,
      show: (row) => <MoneyText fen={row.contractValueFen} unit="tenThousand" />,
    },
    {
      name: t.bureau.figures.technologyValue,
      numeric: true,
      show: (row) => <MoneyText fen={row.technologyValueFen} unit="tenThousand" />,
    },
    ...(brokerId
      ? [
          {
            name: texts.brokerPart,
            numeric: true,
            show: (row: Row) => (
              <MoneyText fen={row.brokerTechnologyValueFen ?? 0} unit="tenThousand" />
            ),
          },
        ]
      : []),
    ...(excluded
      ? [
          {
            name: t.bureau.excluded.reason,
            show: (row: Row) => word('exclusionReasons', row.reason),
          },
        ]
      : []),
  ];
}
