import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Tier } from '../../../../vocabulary.ts';
import { audit } from '../../../api/audit.ts';
import { dateText } from '../../../kit/dates.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** How a firm went up or down the ladder, read from its history. */
export function TierHistory({ id, now }: { id: string; now: Tier | undefined }) {
  const { t, word, language } = useText();
  const texts = t.organizations;
  const query = useQuery(audit.list({ subject: id, limit: 100 }));
  const named = (tier: unknown) => (typeof tier === 'string' ? word('tiers', tier) : texts.noTier);
  return (
    <Paper component="section" withBorder p="md" aria-label={texts.tierHistory}>
      <Title order={2} size="h4" mb="xs">
        {texts.tierHistory}
      </Title>
      <QueryView query={query} bones={1}>
        {({ items }) => {
          const moves = items.flatMap((line) =>
            line.changes
              .filter(({ path }) => path === 'tier')
              .map(({ before, after }) => ({ ...line, before, after })),
          );
          if (moves.length === 0) {
            return (
              <Text size="sm">{now ? texts.tierSince(word('tiers', now)) : texts.noTier}</Text>
            );
          }
          return (
            <ol style={{ margin: 0, paddingInlineStart: '1.2em' }}>
              {moves.toReversed().map(({ id: line, at, by, before, after }) => (
                <li key={line}>
                  <Text size="sm">
                    {dateText(at, language)}：{named(before)} → {named(after)}{' '}
                    <Text span size="xs" c="dimmed">
                      {by.name}
                    </Text>
                  </Text>
                </li>
              ))}
            </ol>
          );
        }}
      </QueryView>
    </Paper>
  );
}
