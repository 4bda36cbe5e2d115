import { Paper, Text } from '@mantine/core';
import type { ComponentType } from 'react';
import { Page } from '../../../kit/page.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useQuestionText } from '../question/question-text.ts';
import { AchievementRows } from './achievement-rows.tsx';
import { AgreementRows } from './agreement-rows.tsx';
import { AssignmentRows } from './assignment-rows.tsx';
import { EngagementRows } from './engagement-rows.tsx';
import { FunnelRows } from './funnel-rows.tsx';
import { MeetingRows } from './meeting-rows.tsx';
import { usePartText } from './part-text.ts';
import { ProposalRows } from './proposal-rows.tsx';
import type { RowList } from './rows-address.ts';
import { SolvedRows } from './solved-rows.tsx';
import { type Rows, useRows } from './use-rows.ts';

const lists: Record<RowList, ComponentType<{ rows: Rows }>> = {
  agreements: AgreementRows,
  achievements: AchievementRows,
  solved: SolvedRows,
  funnel: FunnelRows,
  proposals: ProposalRows,
  meetings: MeetingRows,
  load: AssignmentRows,
  engagements: EngagementRows,
};

/** Lists for which measure, basis and flow mean nothing. */
const byDaysOnly: RowList[] = ['solved', 'funnel', 'proposals', 'meetings'];
const ofNow: RowList[] = ['load', 'engagements'];

/** The rows behind one figure, with what they add up to. */
export function RowsPage() {
  const { t } = useText();
  const rows = useRows();
  const texts = t.bureau.rows;
  const whole = useQuestionText()(rows.question);
  const part = usePartText(rows);
  const List = lists[rows.of];
  const asked = ofNow.includes(rows.of)
    ? texts.now
    : byDaysOnly.includes(rows.of)
      ? texts.ofPeriod(t.bureau.period.name(rows.question))
      : whole;
  return (
    <Page
      title={rows.part.excluded ? texts.titles.excluded : texts.titles[rows.of]}
      back={{ to: rows.back, label: t.bureau.glance.title }}
      description={asked}
    >
      {part.length > 0 && (
        <Paper withBorder px="sm" py="xs">
          <Text size="sm" fw={500}>
            {part.join(' · ')}
          </Text>
        </Paper>
      )}
      <List rows={rows} />
    </Page>
  );
}
