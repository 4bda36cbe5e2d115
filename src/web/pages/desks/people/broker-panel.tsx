import { Anchor, Badge, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type BrokerAnswer, brokerLoad, brokers } from '../../../api/brokers.ts';
import { isProblem } from '../../../api/problem.ts';
import type { UserAnswer } from '../../../api/users.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Facts } from '../../../kit/facts.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { HistoryLink } from '../audit/history-link.tsx';
import { OrganizationName } from './organization-name.tsx';

const BrokerDialog = lazy(async () => ({
  default: (await import('./broker-dialog.tsx')).BrokerDialog,
}));

/** The broker's profile of a person, or the way to enter one. */
export function BrokerPanel({ user }: { user: Pick<UserAnswer, 'id'> }) {
  const { t } = useText();
  const texts = t.desks.broker;
  const person = usePerson();
  const query = useQuery(brokers.one(user.id));
  const [editing, setEditing] = useState(false);
  const broker = query.data;
  const missing = isProblem(query.error, 404);
  return (
    <Paper component="section" withBorder p="md" aria-label={texts.title}>
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          <Title order={2} size="h4">
            {texts.title}
          </Title>
          {broker && !broker.active && <Badge color="orange">{texts.inactive}</Badge>}
        </Group>
        {broker?.actions.includes('update') && (
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {t.actions.edit}
          </Button>
        )}
      </Group>
      {missing ? (
        <Empty text={texts.missing}>
          {person.may('create_broker') && (
            <Button onClick={() => setEditing(true)}>{texts.create}</Button>
          )}
        </Empty>
      ) : (
        <QueryView query={query}>{(one) => <Profile broker={one} />}</QueryView>
      )}
      {editing && (
        <Suspense>
          <BrokerDialog
            userId={user.id}
            broker={missing ? undefined : broker}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      )}
    </Paper>
  );
}

function Profile({ broker }: { broker: BrokerAnswer }) {
  const { t, word, language } = useText();
  const texts = t.desks.broker;
  const { employerId, conflicts = [], leave = [], record, fields } = broker;
  return (
    <Stack gap="sm">
      {broker.actions.includes('load') && <Load id={broker.id} />}
      <Facts
        cols={3}
        facts={[
          [texts.grade, word('brokerGrades', broker.grade)],
          [texts.fields, fields.map((field) => word('fields', field)).join('、') || t.states.none],
          [texts.employer, employerId && <OrganizationName id={employerId} />],
          [
            texts.conflicts,
            conflicts.length > 0 && (
              <Stack gap={6}>
                {conflicts.map((id) => (
                  <OrganizationName key={id} id={id} />
                ))}
              </Stack>
            ),
          ],
          [
            texts.leave,
            leave.length > 0 &&
              leave.map(({ from, to, note }) => (
                <Text key={from} size="sm">
                  {dateText(from, language)}–{dateText(to, language)} {note}
                </Text>
              )),
          ],
          [
            texts.record,
            record && texts.recordText(record.asked, record.expired, record.led, record.solved),
          ],
        ]}
      />
      <Group gap="md">
        <Anchor component="a" href={`/pipeline?view=list&brokerId=${broker.id}`} size="sm">
          {texts.engagements}
        </Anchor>
        <HistoryLink subject={broker.id} />
      </Group>
    </Stack>
  );
}

function Load({ id }: { id: string }) {
  const { t } = useText();
  const texts = t.desks.broker;
  const { data } = useQuery(brokerLoad(id));
  if (!data) return null;
  const share = data.capacity > 0 ? Math.min(100, (data.load / data.capacity) * 100) : 100;
  return (
    <Stack gap={4} maw={420}>
      <Text size="sm" className="numbers">
        {texts.loadText(data.load, data.capacity, data.room)}
        {data.onLeave && ` · ${texts.onLeave}`}
      </Text>
      <Progress
        value={share}
        color={data.room === 0 ? 'orange' : 'teal'}
        aria-label={texts.loadText(data.load, data.capacity, data.room)}
      />
      <Text size="xs" c="dimmed">
        {texts.loadParts(data.proposed, data.accepted)}
      </Text>
    </Stack>
  );
}
