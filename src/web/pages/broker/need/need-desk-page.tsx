import { Anchor, Box, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { engagements } from '../../../api/engagements.ts';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { Page } from '../../../kit/page.tsx';
import { Passages } from '../../../kit/passages.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { HistoryLink } from '../../desks/audit/history-link.tsx';
import { MatchList } from '../matches/match-list.tsx';
import { needSpansIn } from '../matches/spans.ts';
import { useMatchDesk } from '../matches/use-match-desk.ts';
import '../broker.css';
import { NeedActions } from './need-actions.tsx';
import { NeedAssignment } from './need-assignment.tsx';
import { NeedEngagements } from './need-engagements.tsx';
import { Clarity, NeedFacts, NeedTurn } from './need-facts.tsx';
import { NeedText } from './need-text.tsx';

const OwnerProgress = lazy(async () => ({
  default: (await import('../../owners/owner-progress.tsx')).OwnerProgress,
}));

/** One need and, beside it, the capabilities that may meet it. */
export function NeedDeskPage() {
  const { id } = useParams();
  const { t } = useText();
  const need = useQuery(needs.one(id!));
  if (need.data) return <NeedDesk need={need.data} key={need.data.id} />;
  return (
    <Page title={t.desk.need.text} back={{ to: '/needs', label: t.desk.need.back }}>
      <QueryView query={need} bones={6}>
        {() => null}
      </QueryView>
    </Page>
  );
}

function NeedDesk({ need }: { need: NeedAnswer }) {
  const { t, word } = useText();
  const person = usePerson();
  const desk = useMatchDesk(need);
  const talks = useQuery(engagements.list({ needId: need.id, limit: 50 }));
  const engaged = talks.data?.items ?? [];
  const poster =
    need.actions.includes('update') ||
    (person.is('enterprise') && person.organizationId === need.organizationId);
  const { current } = desk;
  const titleSpans = needSpansIn(current?.reasons ?? [], 'title');
  return (
    <Page
      title={need.title ?? t.desk.needs.noTitle}
      back={{ to: '/needs', label: t.desk.need.back }}
      aside={
        <>
          <CodeBadge table="needStatuses" code={need.status} />
          {need.closeCode && <CodeBadge table="closeCodes" code={need.closeCode} />}
        </>
      }
      actions={
        <>
          <HistoryLink subject={need.id} />
          {!poster && <NeedActions need={need} />}
        </>
      }
      description={
        <Group component="span" gap="sm">
          {need.field && word('fields', need.field)}
          <Anchor href="#matches" size="sm" hiddenFrom="lg" className="text-link">
            {t.desk.matches.jump}
          </Anchor>
        </Group>
      }
    >
      {poster ? (
        <Suspense>
          <OwnerProgress need={need} />
        </Suspense>
      ) : (
        <NeedTurn need={need} />
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Box className="desk-side" role="region" aria-labelledby="need-text" tabIndex={0}>
            <Stack gap="md">
              <Paper withBorder p="md" component="section" aria-labelledby="need-text">
                <Group justify="space-between" mb="sm">
                  <Title order={2} size="h4" id="need-text">
                    {t.desk.need.text}
                  </Title>
                </Group>
                <Stack gap="md">
                  {titleSpans.length > 0 && (
                    <Text fw={600}>
                      <Passages text={need.title ?? ''} spans={titleSpans} />
                    </Text>
                  )}
                  <NeedText need={need} reasons={current?.reasons} />
                  {current && (
                    <Text size="xs" c="dimmed">
                      {t.desk.need.marked}
                    </Text>
                  )}
                  <Clarity clarity={need.clarity} />
                  <NeedFacts need={need} />
                </Stack>
              </Paper>
              <NeedEngagements items={engaged} />
              <NeedAssignment need={need} />
            </Stack>
          </Box>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <MatchList need={need} desk={desk} engaged={engaged} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
