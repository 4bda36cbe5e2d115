import { Anchor, Badge, Divider, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { agreementSides } from '../../../../vocabulary.ts';
import type { Agreement } from '../../../api/agreements.ts';
import { capabilities } from '../../../api/capabilities.ts';
import { engagements } from '../../../api/engagements.ts';
import { dateText } from '../../../kit/dates.ts';
import { Facts } from '../../../kit/facts.tsx';
import { MoneyText } from '../../../kit/money-text.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { FileLinks } from '../engagement/file-links.tsx';
import { Panel } from '../panel.tsx';

interface Props {
  agreement: Agreement;
}

/** Both values, and what lies between them. */
export function Values({ agreement }: Props) {
  const { t, word, language } = useText();
  const texts = t.agreements.one;
  const { contractValueFen, technologyValueFen, deductions, currency, foreign } = agreement;
  const ratio = contractValueFen === 0 ? 0 : technologyValueFen / contractValueFen;
  return (
    <Panel title={texts.values}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} component="dl" m={0}>
        <Amount name={texts.contractValue} fen={contractValueFen} />
        <Amount
          name={texts.technologyValue}
          fen={technologyValueFen}
          note={texts.ratio(`${Math.round(ratio * 1000) / 10}%`)}
        />
      </SimpleGrid>
      {foreign && (
        <Text size="sm">
          {texts.foreignText(
            foreign.amount,
            currency,
            foreign.rate,
            dateText(foreign.rateDate, language),
          )}
        </Text>
      )}
      {deductions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.noDeductions}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={300}>
          <Table aria-label={texts.deductions}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.deduction}</Table.Th>
                <Table.Th>{texts.note}</Table.Th>
                <Table.Th ta="right">{texts.amount}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {deductions.map(({ kind, note, amountFen }, at) => (
                // Deductions have no name of their own, and their order is the contract's.
                <Table.Tr key={at}>
                  <Table.Td>{word('deductionKinds', kind)}</Table.Td>
                  <Table.Td>{note}</Table.Td>
                  <Table.Td ta="right">
                    <MoneyText fen={amountFen} />
                  </Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr fw={600}>
                <Table.Td colSpan={2}>{texts.total}</Table.Td>
                <Table.Td ta="right">
                  <MoneyText fen={contractValueFen - technologyValueFen} />
                </Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}

function Amount({ name, fen, note }: { name: string; fen: number; note?: string }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} fz="xl" fw={700}>
        <MoneyText fen={fen} />{' '}
        {note && (
          <Text component="span" size="xs" c="dimmed" fw={400}>
            {note}
          </Text>
        )}
      </Text>
    </div>
  );
}

export function Terms({ agreement }: Props) {
  const { t, word, language } = useText();
  const texts = t.agreements.one;
  const { validFrom, validTo, engagementId, fileIds } = agreement;
  const validity =
    validFrom || validTo
      ? texts.validFromTo(
          validFrom ? dateText(validFrom, language) : '…',
          validTo ? dateText(validTo, language) : '…',
        )
      : undefined;
  return (
    <Panel title={texts.facts}>
      <Facts
        facts={[
          [texts.type, word('agreementTypes', agreement.type)],
          [texts.field, word('fields', agreement.field)],
          [texts.engagement, engagementId && <EngagementLink id={engagementId} />],
          [texts.ipType, agreement.ipType],
          [
            texts.conversionMode,
            agreement.conversionMode && word('conversionModes', agreement.conversionMode),
          ],
          [texts.validity, validity],
          [texts.externalId, agreement.externalId],
          [texts.intermediary, agreement.intermediary && texts.yes],
          [
            texts.achievements,
            agreement.achievementIds.length > 0 && <Achievements ids={agreement.achievementIds} />,
          ],
          [texts.files, fileIds.length > 0 && <FileLinks of={agreement} />],
        ].filter((fact): fact is [string, string] => Boolean(fact[1]))}
      />
    </Panel>
  );
}

function EngagementLink({ id }: { id: string }) {
  const { t } = useText();
  const { data } = useQuery(engagements.one(id));
  return (
    <Anchor component={Link} to={`/engagements/${id}`} size="sm">
      {data?.need.title ?? t.agreements.one.openEngagement}
    </Anchor>
  );
}

function Achievements({ ids }: { ids: readonly string[] }) {
  const { t } = useText();
  const found = useQueries({ queries: ids.map((id) => capabilities.one(id)) });
  return (
    <Stack gap={2}>
      {ids.map((id, at) => (
        <Anchor key={id} component={Link} to={`/capabilities/${id}`} size="sm">
          {found[at]?.data?.title ?? `${t.agreements.one.achievements} ${at + 1}`}
        </Anchor>
      ))}
    </Stack>
  );
}

/** Who sells and who buys, and whether each has confirmed what is recorded. */
export function Parties({ agreement }: Props) {
  const { t, word, language } = useText();
  const texts = t.agreements.one;
  return (
    <Panel title={texts.parties}>
      {agreementSides.map((side, at) => {
        const party = agreement[side];
        const confirmation = agreement.confirmations[side];
        return (
          <div key={side}>
            {at > 0 && <Divider mb="xs" />}
            <Group justify="space-between" gap="xs" mb={4}>
              <Text size="xs" c="dimmed">
                {word('agreementSides', side)}
              </Text>
              <Badge color={confirmation ? 'green' : 'gray'}>
                {confirmation
                  ? texts.confirmed(dateText(confirmation.at, language))
                  : texts.notConfirmed}
              </Badge>
            </Group>
            <Text size="sm" fw={600}>
              {party.name}
            </Text>
            <Text size="xs" c="dimmed">
              {party.creditCode ?? party.idNumber ?? word('idKinds', party.idKind)}
              {party.country !== 'CN' && ` · ${party.country}`}
            </Text>
            <Text size="xs" c="dimmed">
              {t.agreements.natures[party.nature] ?? party.nature}
            </Text>
          </div>
        );
      })}
    </Panel>
  );
}
