import { Text } from '@mantine/core';
import type { CandidateAnswer } from '../../../api/assignments.ts';
import { useText } from '../../../texts/use-text.tsx';

/** A broker's score out of 100, and what it is made of, in words. */
export function ScoreText({ score, parts }: Pick<CandidateAnswer, 'score' | 'parts'>) {
  const { t, word } = useText();
  const points = (value: number) => (value / 10).toFixed(1).replace(/\.0$/, '');
  return (
    <Text size="xs" c="dimmed" className="numbers">
      {t.desks.assignment.score(points(score))}
      {'：'}
      {parts
        .map(({ kind, points: some }) => `${word('scoreParts', kind)} ${points(some)}`)
        .join(' + ')}
    </Text>
  );
}
