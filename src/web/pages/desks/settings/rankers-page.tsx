import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type RankerAnswer, rankers } from '../../../api/rankers.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { Facts } from '../../../kit/facts.tsx';
import { Page } from '../../../kit/page.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { ReliabilityTable } from './reliability-table.tsx';

/** Versions of the district's ranker, the newest first, and the way back to an older one. */
export function RankersPage() {
  const { t } = useText();
  const texts = t.desks.rankers;
  const list = useList([]);
  const query = useQuery(rankers.list({ ...list.query, sort: '-createdAt' }));
  return (
    <Page
      title={texts.title}
      description={texts.description}
      back={{ to: '/settings', label: t.shell.nav.settings }}
    >
      <QueryView query={query}>
        {({ items, nextCursor }) => (
          <Stack gap="sm">
            {items.length === 0 && <Empty text={texts.none} />}
            {items.map((one) => (
              <RankerCard key={one.id} ranker={one} />
            ))}
            <Pager list={list} nextCursor={nextCursor} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function RankerCard({ ranker }: { ranker: RankerAnswer }) {
  const { t, language } = useText();
  const texts = t.desks.rankers;
  const [asked, setAsked] = useState(false);
  const activate = useCommand(
    (body: { note?: string }, key) => rankers.act(ranker.id, 'activate', body, key),
    { quiet: true, done: texts.activated },
  );
  const { holdOut, calibration } = ranker;
  const figure = (value: number) => value.toFixed(3);
  return (
    <Card component="section" withBorder aria-label={ranker.version}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Title order={2} size="h5">
            {ranker.version}
          </Title>
          <CodeBadge table="rankerStates" code={ranker.state} />
          <Badge color="gray">{ranker.learnt ? texts.learnt : texts.shipped}</Badge>
        </Group>
        {ranker.state !== 'active' && (
          <Button
            size="xs"
            variant="default"
            onClick={() => setAsked(true)}
            aria-label={`${texts.goBack} ${ranker.version}`}
          >
            {texts.goBack}
          </Button>
        )}
      </Group>
      <Facts
        cols={3}
        facts={[
          [texts.madeOn, dateText(ranker.createdAt, language)],
          [texts.activatedOn, ranker.activatedAt && dateText(ranker.activatedAt, language)],
          [texts.decisions, String(ranker.decisions)],
          [
            texts.holdOut,
            holdOut &&
              texts.holdOutText(
                holdOut.needs,
                figure(holdOut.before.order),
                figure(holdOut.after.order),
              ),
          ],
          [texts.gain, holdOut && texts.gainText(figure(holdOut.gain), figure(holdOut.gainLow))],
          [texts.brier, calibration && figure(calibration.brier)],
        ]}
      />
      {!calibration && (
        <Text size="xs" c="dimmed" mt="xs">
          {texts.notCalibrated}
        </Text>
      )}
      {(ranker.bandFigures || calibration) && <ReliabilityTable ranker={ranker} />}
      {asked && (
        <DecisionDialog
          draft={`ranker.${ranker.version}`}
          title={texts.goBack}
          text={texts.goBackText(ranker.version)}
          confirm={texts.goBack}
          onConfirm={({ note }) => activate.mutateAsync({ ...(note && { note }) })}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  );
}
