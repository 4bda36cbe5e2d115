import { Group, Text } from '@mantine/core';
import type { Glance } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import type { Question } from '../question/question.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import { rowsAddress } from '../rows/rows-address.ts';

/** What the figures leave out, with the reasons; and the contract value that the rows show too. */
export function ExcludedLine({
  excluded,
  question,
}: {
  excluded: Glance['current']['excluded'];
  question: Question;
}) {
  const { t, word } = useText();
  const all = excluded.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t.bureau.excluded.none}
      </Text>
    );
  }
  return (
    <Group gap="sm" component="section" aria-label={t.bureau.excluded.title}>
      <Text size="sm" c="dimmed">
        {t.bureau.excluded.count(all)}
      </Text>
      {excluded.map(({ reason, count }) => (
        <FigureLink
          key={reason}
          to={rowsAddress('agreements', question, { excluded: reason })}
          fz="sm"
          py={2}
        >
          {word('exclusionReasons', reason)} {count}
        </FigureLink>
      ))}
    </Group>
  );
}
