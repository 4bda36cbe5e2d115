import { Badge, Card, Group, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { type BrokerTable, reckoned } from '../../../api/reports.ts';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useAmount } from '../question/amount.ts';
import { HelpTip } from '../question/help-tip.tsx';
import type { Question } from '../question/question.ts';
import { brokerColumns, type Line } from './broker-columns.tsx';
import { Newest } from './newest.tsx';
import { SortHead } from './sort-head.tsx';

const byDefault = '-technologyValueFen';

/** What each broker carries, answered and brought about. */
export function Brokers({ question }: { question: Question }) {
  const { t } = useText();
  const texts = t.bureau.brokers;
  const list = useList([], { limit: 10 });
  const { sort = byDefault } = list;
  const query = useQuery(
    reckoned<BrokerTable>('brokers', {
      ...question,
      sort,
      limit: list.query.limit,
      cursor: list.query.cursor,
    }),
  );
  const name = useId();
  return (
    <Card component="section" aria-labelledby={name} withBorder padding="md">
      <Group gap={2} mb="xs">
        <Title order={2} size="h5" id={name}>
          {texts.title}
        </Title>
        <HelpTip of={texts.title} text={texts.help} />
      </Group>
      <QueryView query={query}>
        {(answer) => (
          <Newest query={query}>
            <Lines
              answer={answer}
              question={question}
              sort={sort}
              onSort={(value) => list.setFilters({ sort: value })}
            />
            <Pager list={list} nextCursor={answer.nextCursor} />
          </Newest>
        )}
      </QueryView>
    </Card>
  );
}

function Lines({
  answer,
  question,
  sort,
  onSort,
}: {
  answer: BrokerTable;
  question: Question;
  sort: string;
  onSort(sort: string): void;
}) {
  const { t, word } = useText();
  const texts = t.bureau.brokers;
  const columns = brokerColumns(texts, question, useAmount());
  const line = (key: string, head: ReactNode, one: Line) => (
    <Table.Tr key={key}>
      <Table.Th scope="row" fw={500}>
        {head}
      </Table.Th>
      {columns.map((column) => (
        <Table.Td key={column.sort} ta="right" className="numbers">
          {column.show(one)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
  return (
    <Table.ScrollContainer minWidth={1060}>
      <Table
        aria-label={texts.title}
        verticalSpacing={6}
        horizontalSpacing={8}
        fz="sm"
        highlightOnHover
      >
        <Table.Thead>
          <Table.Tr>
            <SortHead column="name" label={texts.columns.name} sort={sort} onSort={onSort} text />
            {columns.map((column) => (
              <SortHead
                key={column.sort}
                column={column.sort}
                label={column.name}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.items.map(({ brokerId, name, grade, capacity, active, ...figures }) =>
            line(
              brokerId,
              <Group gap={6} wrap="nowrap">
                {name}
                {grade && <Badge color="gray">{word('brokerGrades', grade)}</Badge>}
                {active === false && <Badge color="orange">{texts.inactive}</Badge>}
              </Group>,
              { part: { brokerId }, capacity, figures },
            ),
          )}
        </Table.Tbody>
        <Table.Tfoot>
          {answer.withoutBroker.agreements > 0 &&
            line('without', texts.without, {
              part: { groupBy: 'broker', key: 'unknown' },
              figures: answer.withoutBroker,
              only: ['agreements'],
            })}
          {line('total', t.bureau.total, { part: {}, figures: answer.total })}
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
