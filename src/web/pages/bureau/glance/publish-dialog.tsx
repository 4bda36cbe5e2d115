import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { reckoned, reports, type Summary } from '../../../api/reports.ts';
import { dateText, today } from '../../../kit/dates.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { Facts } from '../../../kit/facts.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { AdjustedPeriods } from '../published/adjusted-periods.tsx';
import { AdjustmentTable } from '../published/adjustment-table.tsx';
import { useAmount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { usePublication } from './published-note.tsx';

/** Says what is about to be frozen, and freezes it. */
export function PublishDialog({ question, onClose }: { question: Question; onClose(): void }) {
  const { t } = useText();
  const texts = t.bureau.publish;
  const navigate = useNavigate();
  const summary = useQuery(
    reckoned<Summary>('summary', { ...question, groupBy: 'field', adjustments: true }),
  );
  const publish = useCommand(
    (asked: Question, key) => reports.create({ ...asked, groupBy: 'field' }, key),
    { done: texts.done, quiet: true, onDone: ({ id }) => void navigate(`/reports/${id}`) },
  );
  return (
    <Dialog opened title={texts.title} onClose={onClose} size="xl">
      <Stack>
        <Text size="sm">{texts.text}</Text>
        <Frozen question={question} />
        <QueryView query={summary}>{(found) => <Content summary={found} />}</QueryView>
        {publish.error && <FailureNote error={publish.error} title={texts.failed} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button
            loading={publish.isPending}
            disabled={!summary.data}
            onClick={() => publish.mutate(question)}
          >
            {texts.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** The question that the figures answer, part by part. */
function Frozen({ question }: { question: Question }) {
  const { t, word, language } = useText();
  const texts = t.bureau;
  const asOf = question.asOf ?? today();
  const earlier = usePublication(question);
  return (
    <>
      <Facts
        facts={[
          [texts.period.label, texts.period.name(question)],
          [texts.question.measure, word('measures', question.measure)],
          [texts.question.basis, word('bases', question.basis)],
          [texts.question.flow, word('flows', question.flow)],
          [texts.question.asOf, dateText(asOf, language)],
          [texts.publish.edition, texts.publish.editionText((earlier?.edition ?? 0) + 1)],
        ]}
        cols={3}
      />
      {question.to >= asOf && (
        <Alert color="yellow" role="note">
          {texts.publish.running}
        </Alert>
      )}
      {earlier && (
        <Alert color="blue" role="note">
          {texts.publish.again(dateText(earlier.publishedAt, language), earlier.edition)}
        </Alert>
      )}
    </>
  );
}

function Content({ summary }: { summary: Summary }) {
  const { t } = useText();
  const texts = t.bureau;
  const amount = useAmount();
  const left = summary.excluded.reduce((sum, { count }) => sum + count, 0);
  const { adjustedPeriods = [], adjustments = [] } = summary;
  return (
    <Stack gap="sm">
      <List size="sm" spacing={4}>
        <List.Item>
          {texts.publish.figures(
            texts.figures.achievements[summary.flow],
            texts.count.achievements(summary.achievements),
            amount.text(summary.technologyValueFen),
            texts.count.agreements(summary.agreements),
            amount.text(summary.contractValueFen),
          )}
        </List.Item>
        <List.Item>{texts.publish.left(left)}</List.Item>
        <List.Item>{texts.publish.views}</List.Item>
      </List>
      {adjustedPeriods.length === 0 ? (
        <Text size="sm">{texts.adjustments.none}</Text>
      ) : (
        <>
          <Text size="sm" fw={600}>
            {texts.adjustments.carried}
          </Text>
          <AdjustedPeriods periods={adjustedPeriods} />
          <AdjustmentTable adjustments={adjustments} />
        </>
      )}
    </Stack>
  );
}
