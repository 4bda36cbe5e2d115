import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { type Grouping, groupings } from '../../../../vocabulary.ts';
import { type Glance, reckoned } from '../../../api/reports.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { dateText, today } from '../../../kit/dates.ts';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { regionName } from '../../../kit/region-name.ts';
import { useAddress } from '../../../kit/use-address.ts';
import { useText } from '../../../texts/use-text.tsx';
import { QuestionBar } from '../question/question-bar.tsx';
import { useQuestion } from '../question/use-question.ts';
import { Brokers } from './brokers.tsx';
import { ExcludedLine } from './excluded-line.tsx';
import { FigureCards } from './figure-cards.tsx';
import { Flows } from './flows.tsx';
import { Funnel } from './funnel.tsx';
import { Groups } from './groups.tsx';
import { Newest } from './newest.tsx';
import { PublishedNote } from './published-note.tsx';
import { Trend } from './trend.tsx';

const PublishDialog = lazy(async () => ({
  default: (await import('./publish-dialog.tsx')).PublishDialog,
}));

/** Half a year at a glance: the figures that the bureau signs, each a link to its rows. */
export function GlancePage() {
  const { t, language } = useText();
  const texts = t.bureau;
  const person = usePerson();
  const [question, change] = useQuestion();
  const [publishing, dialog] = useDisclosure(false);
  const query = useQuery(reckoned<Glance>('glance', { ...question }));
  const days = texts.period.days(
    dateText(question.from, language),
    dateText(question.to, language),
  );
  return (
    <Page
      title={texts.glance.title}
      description={[
        regionName(person.district, language),
        days,
        question.to >= (question.asOf ?? today()) && texts.glance.running,
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        person.may('publish_report') && (
          <Button leftSection={<IconLock size={16} aria-hidden />} onClick={dialog.open}>
            {texts.publish.open}
          </Button>
        )
      }
    >
      <QuestionBar question={question} onChange={change} />
      <QueryView query={query} bones={4}>
        {(glance) => (
          <Newest query={query}>
            <Stack gap="sm">
              <FigureCards glance={glance} question={question} />
              <Group justify="space-between" gap="xs">
                <ExcludedLine excluded={glance.current.excluded} question={question} />
                <PublishedNote question={question} />
              </Group>
            </Stack>
          </Newest>
        )}
      </QueryView>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {query.data && <Trend glance={query.data} question={question} />}
        <Groups
          question={question}
          groupBy="field"
          title={texts.groups.byField}
          help={texts.groups.help}
        />
        <Flows question={question} />
        <Groups
          question={question}
          groupBy="institute"
          title={texts.groups.byInstitute}
          help={texts.groups.help}
          color={4}
        />
        <OtherGroups question={question} />
        <Funnel question={question} />
      </SimpleGrid>
      <Brokers question={question} />
      <Text size="xs" c="dimmed">
        {texts.glance.foot}
      </Text>
      <Suspense>
        {publishing && <PublishDialog question={question} onClose={dialog.close} />}
      </Suspense>
    </Page>
  );
}

const choosable = groupings.filter((one) => !['field', 'institute', 'month'].includes(one));

/** By type of agreement, or by whatever else the figures can be split by. */
function OtherGroups({ question }: { question: Parameters<typeof Groups>[0]['question'] }) {
  const { t, word } = useText();
  const texts = t.bureau.groups;
  const [params, change] = useAddress();
  const groupBy = choosable.find((one) => one === params.get('by')) ?? 'type';
  const choose = (by: string | null) => change({ by: by ?? undefined });
  return (
    <Groups
      question={question}
      groupBy={groupBy satisfies Grouping}
      title={texts.by(word('groupings', groupBy))}
      help={texts.help}
      color={3}
      controls={
        <Select
          size="xs"
          w={150}
          aria-label={texts.choose}
          allowDeselect={false}
          data={choosable.map((one) => ({ value: one, label: word('groupings', one) }))}
          value={groupBy}
          onChange={choose}
        />
      }
    />
  );
}
