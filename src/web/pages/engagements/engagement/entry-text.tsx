import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Happening } from '../../../../features/engagements/engagement-timeline.ts';
import type { Engagement, TimelineEntry } from '../../../api/engagements.ts';
import { dateText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import { brokerName } from './broker-name.ts';
import { FileLinks } from './file-links.tsx';
import { MeetingText } from './meeting-text.tsx';
import { OutcomeText } from './outcome-text.tsx';

/** What an entry tells, by its kind; parts that this reader may not see are absent. */
export function EntryText({ entry, engagement }: { entry: TimelineEntry; engagement: Engagement }) {
  const { t, word, language } = useText();
  const texts = t.engagements.timeline;
  const told = entry as TimelineEntry & Happening;
  switch (told.kind) {
    case 'stage':
      return (
        <Words
          text={[
            texts.moved(word('engagementStages', told.from), word('engagementStages', told.to)),
            told.code && word('decisionCodes', told.code),
            told.note,
          ]}
        />
      );
    case 'meeting':
      return <MeetingText meeting={told} engagement={engagement} />;
    case 'contact':
      return <Words text={[word('contactKinds', told.contact), told.note]} />;
    case 'step_done': {
      const step = engagement.nextSteps.find(({ id }) => id === told.nextStepId);
      return <Words text={[step?.text, told.note]} />;
    }
    case 'visits_planned':
      return <Words text={[texts.visitsPlanned(told.visitIds.length)]} />;
    case 'visit_report':
      return (
        <Words
          text={[told.experts && texts.named(texts.experts, told.experts.join('、')), told.note]}
        />
      );
    case 'outcome':
      return (
        <OutcomeText
          outcome={{ ...told, kind: told.outcome, statedAt: told.at as unknown as string }}
        />
      );
    case 'nda':
      return <Words text={[told.signed ? texts.signedByBoth : texts.signedByOne]} />;
    case 'files':
      return <FileLinks of={engagement} ids={told.fileIds} />;
    case 'lead':
      return <Words text={[brokerName(engagement, told.brokerId)]} />;
    case 'agreement':
      return (
        <Text size="sm">
          {t.engagements.one.signedOn(dateText(told.signedAt, language))}{' '}
          <Anchor component={Link} to={`/agreements/${told.agreementId}`} size="sm">
            {texts.openAgreement}
          </Anchor>
        </Text>
      );
    default:
      return null;
  }
}

function Words({ text }: { text: (string | false | undefined)[] }) {
  const lines = text.filter((line) => line);
  return lines.length === 0 ? null : (
    <Text size="sm" className="pre-line" mt={2}>
      {lines.join('\n')}
    </Text>
  );
}
