import { Group, Table, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Agreement } from '../../../api/agreements.ts';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { money } from '../../../kit/money.ts';
import { MoneyText } from '../../../kit/money-text.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { Panel } from '../panel.tsx';

interface Props {
  agreement: Agreement;
}

/** What has become of it, and whose turn it is. */
export function Course({ agreement }: Props) {
  const { t, word, language } = useText();
  const texts = t.agreements.one;
  const names = texts.courseSteps;
  const { signedAt, appliedAt, registration, changes, turn } = agreement;
  const { deregistration, revocation, registrationDueOn, status } = agreement;
  const ending = (name: string, end: typeof revocation) =>
    end && { name, on: end.on, note: `${word('endingCodes', end.code)} ${end.note ?? ''}` };
  const steps = [
    signedAt && { name: names.signed, on: signedAt },
    appliedAt && { name: names.applied, on: appliedAt },
    registration && {
      name: names.registered,
      on: registration.registeredAt,
      note: `${texts.registration} ${registration.number}`,
    },
    ...changes.map(({ on, note }) => ({ name: names.changed, on, note })),
    ending(names.deregistered, deregistration),
    ending(names.revoked, revocation),
  ].filter((step) => step !== undefined && step !== '');
  return (
    <Panel title={texts.course}>
      <PlainList ordered>
        {steps.map(({ name, on, ...step }, at) => {
          const ended = name === names.revoked || name === names.deregistered;
          return (
            // Two changes may fall on one day; their order is theirs.
            <Group key={`${name} ${on} ${at}`} component="li" gap="xs" wrap="nowrap" align="start">
              <ThemeIcon size="sm" radius="xl" color={ended ? 'red.9' : 'teal.9'}>
                {ended ? <IconX size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
              </ThemeIcon>
              <div>
                <Text size="sm">
                  {name} · {dateText(on, language)}
                </Text>
                {'note' in step && step.note && (
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {step.note}
                  </Text>
                )}
              </div>
            </Group>
          );
        })}
      </PlainList>
      {status === 'applied' && registrationDueOn && (
        <Text size="sm" component="div">
          {texts.dueOn} <DueDate due={registrationDueOn} />
        </Text>
      )}
      <Text size="sm" fw={600}>
        {turn
          ? `${texts.turn} ${word('turnSides', turn.side)} · ${word('turnActions', turn.action)}`
          : texts.nobody}
      </Text>
    </Panel>
  );
}

export function Payments({ agreement }: Props) {
  const { t, language } = useText();
  const texts = t.agreements.one;
  const { payments, paidFen, contractValueFen } = agreement;
  return (
    <Panel title={texts.payments} empty={payments.length === 0 && texts.noPayments}>
      <Text size="sm">
        {texts.paidOf(money(paidFen, language), money(contractValueFen, language))}
      </Text>
      <Table.ScrollContainer minWidth={340}>
        <Table aria-label={texts.payments}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.paidAt}</Table.Th>
              <Table.Th ta="right">{texts.amount}</Table.Th>
              <Table.Th ta="right">{texts.paidShare}</Table.Th>
              <Table.Th>{texts.note}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {payments.map(({ id, paidAt, amountFen, technologyValueFen, note }) => (
              <Table.Tr key={id}>
                <Table.Td>{dateText(paidAt, language)}</Table.Td>
                <Table.Td ta="right">
                  <MoneyText fen={amountFen} />
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText fen={technologyValueFen} />
                </Table.Td>
                <Table.Td>{note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

/** 变更登记: which terms were replaced, and when. */
export function Changes({ agreement: { changes } }: Props) {
  const { t, word, language } = useText();
  const texts = t.agreements.one;
  if (changes.length === 0) return null;
  const told = (before: Record<string, unknown>) =>
    [
      typeof before.title === 'string' && before.title,
      typeof before.type === 'string' && word('agreementTypes', before.type),
      typeof before.field === 'string' && word('fields', before.field),
      typeof before.contractValueFen === 'number' &&
        `${texts.contractValue} ${money(before.contractValueFen, language)}`,
      typeof before.technologyValueFen === 'number' &&
        `${texts.technologyValue} ${money(before.technologyValueFen, language)}`,
      typeof before.validFrom === 'string' && dateText(before.validFrom, language),
      typeof before.validTo === 'string' && dateText(before.validTo, language),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Panel title={texts.adjustments}>
      {changes.map(({ on, before, note }, at) => (
        // Two changes may fall on one day; their order is theirs.
        <div key={`${on} ${at}`}>
          <Text size="sm">{dateText(on, language)}</Text>
          <Text size="xs" c="dimmed">
            {[told(before) && texts.changedFrom(told(before)), note].filter(Boolean).join('\n')}
          </Text>
        </div>
      ))}
    </Panel>
  );
}
