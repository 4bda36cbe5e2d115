import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { Achievements } from '../../../api/reports.ts';
import type { Column } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { Question } from '../question/question.ts';
import { DayText } from './day-text.tsx';

/** Columns of distinct achievements, live or frozen. */
export function useAchievementColumns({
  basis,
}: Pick<Question, 'basis'>): Column<Achievements['items'][number]>[] {
  const { t, word } = useText();
  const texts = t.bureau.rows;
  return [
    { name: texts.on[basis], show: (row) => <DayText day={row.on} /> },
    {
      name: texts.achievement,
      head: true,
      show: (row) =>
        row.title ? (
          <Anchor component={Link} to={`/capabilities/${row.capabilityId}`} inherit>
            {row.title}
          </Anchor>
        ) : (
          t.states.hidden
        ),
    },
    { name: word('groupings', 'institute'), show: (row) => row.institute?.name },
    {
      name: texts.firstAgreement,
      show: (row) => (
        <Anchor component={Link} to={`/agreements/${row.agreementId}`} inherit>
          {row.agreementTitle}
        </Anchor>
      ),
    },
    {
      name: texts.agreementCount,
      numeric: true,
      show: (row) => t.bureau.count.agreements(row.agreements),
    },
  ];
}
