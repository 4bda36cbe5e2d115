import { Badge } from '@mantine/core';
import type { vocabularyNames } from '../../vocabulary-names.ts';
import { useText } from '../texts/use-text.tsx';

/** Colours say the same everywhere: gray rests, blue waits, teal goes well, red ended badly. */
const colors: Record<string, string> = {
  draft: 'gray',
  drafted: 'gray',
  closed: 'gray',
  weak: 'gray',
  submitted: 'blue',
  proposed: 'blue',
  invited: 'blue',
  queued: 'blue',
  running: 'blue',
  applied: 'blue',
  introduced: 'blue',
  meeting: 'cyan',
  evaluating: 'indigo',
  negotiating: 'violet',
  worth_a_call: 'yellow',
  open: 'cyan',
  engaged: 'indigo',
  signed: 'teal',
  agreed: 'teal',
  delivering: 'teal',
  contracted: 'teal',
  registered: 'green',
  completed: 'green',
  accepted: 'green',
  done: 'green',
  active: 'green',
  strong: 'green',
  met: 'green',
  shortlisted: 'teal',
  escalated: 'orange',
  expired: 'orange',
  unmet: 'red',
  declined: 'red',
  disabled: 'red',
  three_misses: 'orange',
  no_broker: 'orange',
  conflict_of_interest: 'orange',
  refused: 'red',
  failed: 'red',
  ended: 'red',
  revoked: 'red',
  deregistered: 'red',
};

/** A code of the vocabulary as a badge, in the reader's language. */
export function CodeBadge<K extends keyof typeof vocabularyNames>({
  table,
  code,
}: {
  table: K;
  code: string;
}) {
  const { word } = useText();
  return (
    <Badge color={colors[code] ?? 'gray'} miw="max-content">
      {word(table, code)}
    </Badge>
  );
}
