import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { type CapabilityAnswer, capabilities } from '../../../api/capabilities.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Facts } from '../../../kit/facts.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { NearNeeds } from './near-needs.tsx';

export function CapabilityPage() {
  const { t, word } = useText();
  const { id = '' } = useParams();
  const capability = useQuery(capabilities.one(id));
  const data = capability.data;
  return (
    <Page
      title={data?.title ?? t.shell.nav.capabilities}
      back={{ to: '/capabilities', label: t.shell.nav.capabilities }}
      aside={
        data && (
          <>
            {data.field && <Badge color="cyan">{word('fields', data.field)}</Badge>}
            {data.status === 'withdrawn' && (
              <CodeBadge table="capabilityStatuses" code={data.status} />
            )}
            {data.visibility !== 'public' && (
              <CodeBadge table="capabilityVisibilities" code={data.visibility} />
            )}
          </>
        )
      }
      description={data?.institute.name}
      actions={data && <CapabilityActions capability={data} />}
    >
      <QueryView query={capability}>{(one) => <CapabilityBody capability={one} />}</QueryView>
    </Page>
  );
}

function CapabilityActions({ capability }: { capability: CapabilityAnswer }) {
  const { t } = useText();
  const words = t.capabilities.page;
  const { id, actions } = capability;
  const act = useCommand((action: 'withdraw' | 'publish', key) =>
    capabilities.act(id, action, undefined, key),
  );
  return (
    <>
      {actions.includes('update') && (
        <Button component={Link} to={`/capabilities/${id}/edit`} size="xs" variant="default">
          {t.actions.edit}
        </Button>
      )}
      {actions.includes('withdraw') && (
        <Button
          size="xs"
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate('withdraw')}
        >
          {words.withdraw}
        </Button>
      )}
      {actions.includes('publish') && (
        <Button size="xs" loading={act.isPending} onClick={() => act.mutate('publish')}>
          {words.publish}
        </Button>
      )}
    </>
  );
}

function CapabilityBody({ capability }: { capability: CapabilityAnswer }) {
  const { t, word, language } = useText();
  const words = t.capabilities.form;
  const person = usePerson();
  const { stage, trl, cooperationModes, validUntil, keywords, ip, experts, equipment, cases } =
    capability;
  const seesNeeds = person.is('institute', 'broker', 'bureau', 'admin');
  return (
    <>
      <Paper withBorder p="md">
        <Stack>
          <Text size="sm" className="pre-line">
            {capability.abstract}
          </Text>
          {keywords.length > 0 && (
            <Group gap={6}>
              {keywords.map((one) => (
                <Badge key={one} color="gray">
                  {one}
                </Badge>
              ))}
            </Group>
          )}
          <Facts
            cols={3}
            facts={[
              [words.stage, word('capabilityStages', stage)],
              [words.trl, trl && `TRL ${trl}`],
              [
                words.modes,
                cooperationModes.map((one) => word('cooperationModes', one)).join('、'),
              ],
              [words.validUntil, validUntil && dateText(validUntil, language)],
              [words.experts, experts.join('、')],
              [words.equipment, equipment.join('、')],
              [t.capabilities.list.updated, dateText(capability.updatedAt, language)],
              [t.capabilities.page.number, capability.externalId],
            ]}
          />
        </Stack>
      </Paper>
      {ip.length > 0 && (
        <Section title={words.ip}>
          <Stack component="ul" gap={4} m={0} pl="md">
            {ip.map(({ type, number, state, holder }) => (
              <li key={number}>
                <Text size="sm">
                  {type} <span className="numbers">{number}</span> · {state}
                  {holder && ` · ${holder}`}
                </Text>
              </li>
            ))}
          </Stack>
        </Section>
      )}
      {cases.length > 0 && (
        <Section title={words.cases}>
          <Stack gap="xs">
            {cases.map((one) => (
              <Text key={one} size="sm" className="pre-line">
                {one}
              </Text>
            ))}
          </Stack>
        </Section>
      )}
      {seesNeeds && (
        <Section title={t.capabilities.page.nearNeeds}>
          <NearNeeds capabilityId={capability.id} limit={10} />
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
