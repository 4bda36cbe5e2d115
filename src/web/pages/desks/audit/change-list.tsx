import { Anchor, Box, Text } from '@mantine/core';
import { useState } from 'react';
import type { AuditLine } from '../../../api/audit.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useChangeWords } from './use-change-words.ts';

/** Changes that are shown before one asks for the rest. */
const shownFirst = 4;

/** What a line changed: each place with its value before and after, in words. */
export function ChangeList({
  kind,
  changes,
  names,
}: {
  kind: string;
  changes: AuditLine['changes'];
  names: Readonly<Record<string, string>>;
}) {
  const { t } = useText();
  const texts = t.desks.audit;
  const [all, setAll] = useState(false);
  const { place, value } = useChangeWords(kind, names);
  if (changes.length === 0) return null;
  const shown = all ? changes : changes.slice(0, shownFirst);
  return (
    <Box component="ul" m={0} pl="md" fz="sm">
      {shown.map(({ path, before, after }) => (
        <li key={path} style={{ overflowWrap: 'anywhere' }}>
          <Text span size="sm" c="dimmed">
            {place(path)}：
          </Text>
          {before !== undefined && <del>{value(path, before)}</del>}
          {before !== undefined && after !== undefined && ' → '}
          {after !== undefined ? (
            <ins style={{ textDecoration: 'none' }}>{value(path, after)}</ins>
          ) : (
            ` ${texts.takenAway}`
          )}
        </li>
      ))}
      {changes.length > shownFirst && (
        <li style={{ listStyle: 'none' }}>
          <Anchor component="button" type="button" size="sm" onClick={() => setAll(!all)}>
            {all ? texts.fewer : texts.more(changes.length - shownFirst)}
          </Anchor>
        </li>
      )}
    </Box>
  );
}
