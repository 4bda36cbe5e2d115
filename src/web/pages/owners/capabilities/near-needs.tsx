import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type CapabilityMatches, capabilities } from '../../../api/capabilities.ts';
import { matches } from '../../../api/matches.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Open needs that a capability may meet, by their public layer; weak ones only when asked for. */
export function NearNeeds({ capabilityId, limit }: { capabilityId: string; limit: number }) {
  const { t } = useText();
  const words = t.capabilities.page;
  const [weak, setWeak] = useState(false);
  const found = useQuery(capabilities.below<CapabilityMatches>(capabilityId, 'matches', { limit }));
  return (
    <QueryView query={found} bones={1}>
      {({ items }) => {
        const near = items.filter(({ band }) => band !== 'weak');
        const shown = weak ? items : near;
        return (
          <Stack gap="sm">
            {near.length === 0 && (
              <Text size="sm" c="dimmed">
                {words.noNeeds}
              </Text>
            )}
            {shown.map((match) => (
              <NearNeed key={match.id} match={match} />
            ))}
            {!weak && items.length > near.length && (
              <Group>
                <Button size="compact-xs" variant="subtle" onClick={() => setWeak(true)}>
                  {words.showWeak(items.length - near.length)}
                </Button>
              </Group>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}

function NearNeed({ match }: { match: CapabilityMatches['items'][number] }) {
  const { t, word } = useText();
  const words = t.capabilities.page;
  const [refusing, setRefusing] = useState(false);
  const decide = useCommand(
    (body: { decision: 'shortlisted' | 'refused'; code?: string; note?: string }, key) =>
      matches.act(match.id, 'decision', body, key),
    { quiet: refusing },
  );
  const own = match.decisions.find(({ side }) => side === 'capability');
  const other = match.decisions.find(({ side }) => side === 'need');
  const why = match.reasons.slice(0, 2).map(({ text }) => text);
  return (
    <div>
      <Group gap="xs">
        <Anchor component={Link} to={`/needs/${match.need.id}`} size="sm" fw={600}>
          {match.need.title ?? words.secretTitle}
        </Anchor>
        <CodeBadge table="bands" code={match.band} />
        {match.need.field && (
          <Text size="xs" c="dimmed">
            {word('fields', match.need.field)}
          </Text>
        )}
      </Group>
      {why.map((text) => (
        <Text key={text} size="xs" c="dimmed">
          {text}
        </Text>
      ))}
      {other && (
        <Text size="xs">
          {words.theyDecided(word('matchDecisions', other.decision))}
          {other.code && `：${word('decisionCodes', other.code)}`}
        </Text>
      )}
      {own && (
        <Text size="xs">
          {words.weDecided(word('matchDecisions', own.decision))}
          {own.code && `：${word('decisionCodes', own.code)}`}
        </Text>
      )}
      {match.actions.includes('decide') && (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={own?.decision === 'shortlisted'}
            loading={decide.isPending && !refusing}
            aria-label={words.wantNamed(match.need.title ?? words.secretTitle)}
            onClick={() => decide.mutate({ decision: 'shortlisted' })}
          >
            {words.want}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={own?.decision === 'refused'}
            aria-label={words.refuseNamed(match.need.title ?? words.secretTitle)}
            onClick={() => setRefusing(true)}
          >
            {words.refuse}
          </Button>
        </Group>
      )}
      {refusing && (
        <DecisionDialog
          draft={`refuse.${match.id}`}
          title={words.refuse}
          text={match.need.title ?? words.secretTitle}
          codes="decisionCodes"
          confirm={words.refuse}
          onConfirm={(decision) => decide.mutateAsync({ decision: 'refused', ...decision })}
          onClose={() => setRefusing(false)}
        />
      )}
    </div>
  );
}
