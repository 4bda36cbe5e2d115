import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AuditLine } from '../../../api/audit.ts';
import { dateText, dayOf, timeText, weekdayText } from '../../../kit/dates.ts';
import { PlainList } from '../../../kit/plain-list.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { ChangeList } from './change-list.tsx';
import { subjectPlace } from './subject-place.ts';

/** Lines of the log under their days. */
export function AuditLines({
  lines,
  names,
  oneSubject,
}: {
  /** Of what the changes mention by id. */
  names: Readonly<Record<string, string>>;
  lines: readonly AuditLine[];
  oneSubject: boolean;
}) {
  const { language } = useText();
  const days = [...new Set(lines.map(({ at }) => dayOf(at)))];
  return (
    <Stack gap="md">
      {days.map((day) => (
        <section key={day} aria-label={dateText(day, language)}>
          <Text component="h2" size="sm" fw={600} m={0} mb={6}>
            {dateText(day, language)} {weekdayText(day, language)}
          </Text>
          <PlainList ordered gap={6}>
            {lines
              .filter(({ at }) => dayOf(at) === day)
              .map((line) => (
                <Card key={line.id} component="li" withBorder padding="xs">
                  <Line line={line} names={names} oneSubject={oneSubject} />
                </Card>
              ))}
          </PlainList>
        </section>
      ))}
    </Stack>
  );
}

function Line({
  line,
  names,
  oneSubject,
}: {
  line: AuditLine;
  names: Readonly<Record<string, string>>;
  oneSubject: boolean;
}) {
  const { t, word } = useText();
  const texts = t.desks.audit;
  const { at, by, action, subject, code, note } = line;
  const place = subjectPlace(subject.kind, subject.id);
  const called = subject.name ?? texts.unnamed;
  const actions: Record<string, string | undefined> = texts.actions;
  const reason =
    code &&
    (word('endingCodes', code) === code ? word('decisionCodes', code) : word('endingCodes', code));
  return (
    <Stack gap={4}>
      <Group gap="xs" align="baseline">
        <Text size="sm" c="dimmed" className="numbers">
          {timeText(at)}
        </Text>
        <Text size="sm" fw={600}>
          {by.id === 'system' ? texts.system : by.name}
        </Text>
        <Text size="sm">{actions[action] ?? action}</Text>
        {!oneSubject && (
          <Text size="sm">
            {word('subjectKinds', subject.kind)}{' '}
            {place ? (
              <Anchor component={Link} to={place} size="sm" underline="always">
                {called}
              </Anchor>
            ) : (
              subject.name
            )}
          </Text>
        )}
        {reason && <Text size="sm">{texts.reason(reason)}</Text>}
        {!oneSubject && (
          <Anchor
            component={Link}
            to={`/audit?subject=${subject.id}`}
            size="xs"
            ml="auto"
            aria-label={texts.historyOf(called)}
          >
            {texts.historyLink}
          </Anchor>
        )}
      </Group>
      {note && (
        <Text size="sm" className="pre-line">
          {texts.note(note)}
        </Text>
      )}
      <ChangeList kind={subject.kind} changes={line.changes} names={names} />
    </Stack>
  );
}
