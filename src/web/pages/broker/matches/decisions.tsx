import { Badge, Group } from '@mantine/core';
import type { NeedMatch } from '../../../api/matches.ts';
import { useText } from '../../../texts/use-text.tsx';

/** What either side decided, with the code of a refusal. */
export function Decisions({ decisions }: { decisions: NeedMatch['decisions'] }) {
  const { t, word } = useText();
  if (decisions.length === 0) return null;
  return (
    <Group gap={6}>
      {decisions.map(({ side, decision, code, note }) => (
        <Badge
          key={side}
          color={decision === 'shortlisted' ? 'teal' : 'red'}
          title={note}
          style={{ maxWidth: '100%' }}
        >
          {t.desk.matches.decided(
            word('matchSides', side),
            [word('matchDecisions', decision), word('decisionCodes', code)]
              .filter(Boolean)
              .join(' · '),
          )}
        </Badge>
      ))}
    </Group>
  );
}
