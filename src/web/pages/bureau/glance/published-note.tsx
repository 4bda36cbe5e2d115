import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reports } from '../../../api/reports.ts';
import { dateText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import type { Question } from '../question/question.ts';

/** The newest publication of exactly this question's period, if there is one. */
export function usePublication({ from, to, measure, basis, flow }: Question) {
  const query = useQuery(reports.list({ measure, basis, flow, limit: 100, sort: '-from' }));
  return query.data?.items
    .filter((one) => one.from === from && one.to === to)
    .toSorted((a, b) => b.edition - a.edition)[0];
}

export function PublishedNote({ question }: { question: Question }) {
  const { t, language } = useText();
  const found = usePublication(question);
  if (!found) {
    return (
      <Text size="sm" c="dimmed">
        {t.bureau.publish.notYet}
      </Text>
    );
  }
  return (
    <Text size="sm">
      <Link to={`/reports/${found.id}`} className="text-link">
        {t.bureau.publish.alreadyPublished(dateText(found.publishedAt, language), found.edition)}
      </Link>
    </Text>
  );
}
