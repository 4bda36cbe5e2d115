import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { matches, pairId } from '../../../api/matches.ts';
import type { NeedAnswer } from '../../../api/needs.ts';
import type { Found } from '../../../api/search.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { Passages } from '../../../kit/passages.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { Decisions } from '../matches/decisions.tsx';
import { MatchButtons } from '../matches/match-buttons.tsx';
import { MatchDetails } from '../matches/match-details.tsx';
import { ShareBar } from '../matches/share-bar.tsx';
import type { useCompared } from '../matches/use-compared.ts';
import type { useDecide } from '../matches/use-decide.tsx';

interface Parts {
  compared: ReturnType<typeof useCompared>;
  decide: ReturnType<typeof useDecide>;
}

/** One thing found; with a need in hand, it can be held against it and decided. */
export function FoundCard({
  found,
  need,
  ...parts
}: Parts & { found: Found; need: NeedAnswer | undefined }) {
  const { t, word } = useText();
  const [open, setOpen] = useState(false);
  const folder = found.kind === 'need' ? '/needs' : '/capabilities';
  const about = [
    found.institute?.name,
    found.field && word('fields', found.field),
    found.stage && word('capabilityStages', found.stage),
  ];
  const isCompared = parts.compared.ids.includes(found.id);
  return (
    <Card component="li" withBorder padding="sm">
      <Stack gap={4}>
        <Link to={`${folder}/${found.id}`} className="text-link">
          <Text span fw={600}>
            {found.title ?? t.desk.needs.noTitle}
          </Text>
        </Link>
        <Text size="xs" c="dimmed">
          {about.filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm" component="div" lh={1.6}>
          <Passages text={found.snippet} spans={found.snippetSpans} />
        </Text>
        {need && (
          <Group gap="xs" mt={4}>
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {t.desk.search.hold}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-pressed={isCompared}
              onClick={() => parts.compared.toggle(found.id)}
            >
              {isCompared ? t.desk.matches.uncompare : t.desk.matches.compare}
            </Button>
          </Group>
        )}
        {need && open && <HeldAgainst need={need} capabilityId={found.id} {...parts} />}
      </Stack>
    </Card>
  );
}

function HeldAgainst({
  need,
  capabilityId,
  decide,
}: Parts & { need: NeedAnswer; capabilityId: string }) {
  const { t } = useText();
  const pair = useQuery(matches.one(pairId(need.id, capabilityId)));
  return (
    <QueryView query={pair} bones={2}>
      {(match) => (
        <Stack gap="sm" mt="xs">
          <Group gap="xs">
            <CodeBadge table="bands" code={match.band} />
            <Text size="sm">{t.desk.matches.scoreText(Math.round(match.score * 100))}</Text>
            <Text size="xs" c="dimmed">
              {match.rank > 0 ? t.desk.matches.rank(match.rank) : t.desk.matches.unranked}
            </Text>
            <Decisions decisions={match.decisions} />
          </Group>
          <ShareBar reasons={match.reasons} />
          <MatchButtons
            match={match}
            pair={{ id: match.id, needId: need.id, capability: match.capability }}
            decide={decide}
            mayEngage={need.actions.includes('engage')}
          />
          <MatchDetails match={match} />
        </Stack>
      )}
    </QueryView>
  );
}
