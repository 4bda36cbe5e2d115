import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import type { Query } from '../../../api/client.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { MoneyText } from '../../../kit/money-text.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { Column } from '../../../kit/rows.tsx';
import type { ListState } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import type { Heap } from './heaps.ts';
import { type Asked, RegisterButtons } from './register-buttons.tsx';
import { StepDialog } from './step-dialog.tsx';

/** One heap of the registration desk. */
export function AgreementRows({
  heap,
  filters,
  list,
}: {
  heap: Heap;
  filters: Query;
  list: ListState;
}) {
  const { t } = useText();
  const texts = t.desks.registration;
  const { cursor, limit } = list.query;
  const query = useQuery(agreements.list({ ...filters, cursor, limit }));
  const [asked, setAsked] = useState<Asked>();
  const columns: Column<Agreement>[] = [
    { name: texts.agreement, head: true, show: (one) => <TitleCell agreement={one} /> },
    {
      name: texts.values,
      show: (one) => (
        <Stack gap={0}>
          <MoneyText fen={one.contractValueFen} />
          <Text span size="xs" c="dimmed">
            {texts.technologyValue} <MoneyText fen={one.technologyValueFen} />
          </Text>
        </Stack>
      ),
    },
    { name: texts.course, show: (one) => <CourseCell agreement={one} /> },
    {
      name: texts.action,
      show: (one) => (
        <RegisterButtons agreement={one} onAsk={(step) => setAsked({ step, agreement: one })} />
      ),
    },
  ];
  return (
    <QueryView query={query}>
      {(page) => (
        <Stack gap="sm">
          <PagedRows
            label={texts.heaps[heap]}
            page={page}
            columns={columns}
            empty={<Empty text={texts.none[heap]} />}
            list={list}
          />
          {asked && <StepDialog asked={asked} onClose={() => setAsked(undefined)} />}
        </Stack>
      )}
    </QueryView>
  );
}

function TitleCell({ agreement: one }: { agreement: Agreement }) {
  const { word, t } = useText();
  return (
    <Stack gap={2} maw={380}>
      <Anchor component={Link} to={`/agreements/${one.id}`} size="sm" fw={600}>
        {one.title}
      </Anchor>
      <Text size="xs" c="dimmed">
        {one.seller.name} → {one.buyer.name} · {word('agreementTypes', one.type)}
      </Text>
      {one.duplicate && (
        <Text size="xs" c="red">
          {t.desks.registration.duplicateMark}
        </Text>
      )}
      {one.warnings.map(({ code, path }) => (
        <Text key={`${code}${path}`} size="xs">
          ⚠ {word('agreementWarnings', code)}
        </Text>
      ))}
    </Stack>
  );
}

function CourseCell({ agreement: one }: { agreement: Agreement }) {
  const { t, language } = useText();
  const texts = t.desks.registration;
  const ended = one.deregistration ?? one.revocation;
  if (ended) {
    return (
      <Stack gap={2}>
        <span>
          <CodeBadge table="endingCodes" code={ended.code} />
        </span>
        <Text size="sm">{dateText(ended.on, language)}</Text>
        {ended.note && <Text size="xs">{ended.note}</Text>}
      </Stack>
    );
  }
  if (one.registration) {
    return (
      <Stack gap={0}>
        <Text size="sm" className="numbers">
          {one.registration.number}
        </Text>
        <Text size="xs" c="dimmed">
          {texts.registeredOn(dateText(one.registration.registeredAt, language))}
        </Text>
      </Stack>
    );
  }
  return (
    <Stack gap={0}>
      {one.registrationDueOn && <DueDate due={one.registrationDueOn} />}
      <Text size="xs" c="dimmed">
        {one.appliedAt
          ? texts.appliedOn(dateText(one.appliedAt, language))
          : one.signedAt && texts.signedOn(dateText(one.signedAt, language))}
      </Text>
    </Stack>
  );
}
