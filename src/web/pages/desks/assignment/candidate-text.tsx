import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CandidateAnswer } from '../../../api/assignments.ts';
import { dateText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import { ScoreText } from './score-text.tsx';

/** A broker in short: load, fields, record, leave; and what stands in the way. */
export function CandidateText({ candidate }: { candidate: CandidateAnswer }) {
  const { t, word, language } = useText();
  const texts = t.desks.assignment;
  const { name, grade, fields, load, capacity, leave, record, score, parts } = candidate;
  const { barriers, conflicts, asked } = candidate;
  return (
    <Stack gap={2} flex={1}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {word('brokerGrades', grade)}
        </Text>
        {asked && barriers.length === 0 && <Badge color="yellow">{texts.askedBefore}</Badge>}
        {barriers.map((one) => (
          <Badge key={one} color="red">
            {word('brokerBarriers', one)}
          </Badge>
        ))}
      </Group>
      <Text size="xs" className="numbers">
        {texts.load(load, capacity)} · {texts.record(record.led, record.solved)}
        {record.expired > 0 && ` · ${texts.silent(record.expired)}`}
      </Text>
      <Text size="xs" c="dimmed">
        {fields.length > 0
          ? fields.map((field) => word('fields', field)).join('、')
          : texts.noField}
      </Text>
      {conflicts.length > 0 && (
        <Text size="xs" c="red">
          {texts.tiedTo(conflicts.map((one) => one.name).join('、'))}
        </Text>
      )}
      {leave.map(({ from, to }) => (
        <Text key={from} size="xs">
          {texts.leave(dateText(from, language), dateText(to, language))}
        </Text>
      ))}
      {barriers.length === 0 && <ScoreText score={score} parts={parts} />}
    </Stack>
  );
}
