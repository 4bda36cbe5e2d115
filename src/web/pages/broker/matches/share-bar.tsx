import { Box, Group, Progress, Text } from '@mantine/core';
import type { NeedMatch } from '../../../api/matches.ts';
import { useText } from '../../../texts/use-text.tsx';

const colors: Record<string, string> = {
  term: 'teal.7',
  translation: 'lime.7',
  characters: 'cyan.6',
  field: 'indigo.6',
  indicator: 'grape.6',
  stage: 'orange.6',
};

/** Shares of one kind together, largest first, as whole percent; what costs comes last. */
function sharesOf(reasons: NeedMatch['reasons']) {
  const sums = new Map<string, number>();
  for (const { kind, share } of reasons) sums.set(kind, (sums.get(kind) ?? 0) + share);
  return [...sums]
    .map(([kind, share]) => ({ kind, percent: Math.round(share * 100) }))
    .filter(({ percent }) => percent !== 0)
    .sort((a, b) => b.percent - a.percent);
}

/** What a score is made of: a stacked bar, and the same in words for everybody. */
export function ShareBar({ reasons }: { reasons: NeedMatch['reasons'] }) {
  const { t, word } = useText();
  const shares = sharesOf(reasons);
  const gained = shares.filter(({ percent }) => percent > 0);
  const whole = Math.max(
    100,
    gained.reduce((sum, { percent }) => sum + percent, 0),
  );
  return (
    <Box>
      <Progress.Root size={6} aria-hidden mb={4}>
        {gained.map(({ kind, percent }) => (
          <Progress.Section
            key={kind}
            value={(percent * 100) / whole}
            color={colors[kind] ?? 'gray.6'}
            aria-hidden
          />
        ))}
      </Progress.Root>
      <Group component="ul" gap="xs" p={0} m={0} aria-label={t.desk.matches.shares}>
        {shares.map(({ kind, percent }) => (
          <Group key={kind} component="li" gap={4} wrap="nowrap" style={{ listStyle: 'none' }}>
            <Box
              w={8}
              h={8}
              bg={colors[kind] ?? 'gray.6'}
              style={{ borderRadius: 2 }}
              aria-hidden
            />
            <Text size="xs" c="dimmed">
              {t.desk.matches.share(word('reasonKinds', kind), percent)}
            </Text>
          </Group>
        ))}
      </Group>
    </Box>
  );
}
