import { Anchor, Stack, Text } from '@mantine/core';
import type { Happening } from '../../../../features/engagements/engagement-timeline.ts';
import { engagementSides } from '../../../../vocabulary.ts';
import type { Engagement } from '../../../api/engagements.ts';
import { dateText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';

type Meeting = Extract<Happening, { kind: 'meeting' }>;

export function MeetingText({ meeting, engagement }: { meeting: Meeting; engagement: Engagement }) {
  const { t, word, language } = useText();
  const texts = t.engagements.timeline;
  const { place, link, participants, minutes, nextStepIds } = meeting;
  const steps = engagement.nextSteps.filter(({ id }) => nextStepIds.includes(id));
  const sides = engagementSides.flatMap((side) => {
    const names = participants.filter((one) => one.side === side).map(({ name }) => name);
    return names.length > 0 ? [`${word('engagementSides', side)} ${names.join('、')}`] : [];
  });
  return (
    <Stack gap={2} mt={2}>
      {place && <Text size="sm">{texts.named(texts.place, place)}</Text>}
      {link && (
        <Anchor href={link} size="sm" target="_blank" rel="noreferrer">
          {texts.link}
        </Anchor>
      )}
      {sides.length > 0 && (
        <Text size="sm">{texts.named(texts.participants, sides.join('；'))}</Text>
      )}
      {minutes && (
        <Text size="sm" className="pre-line">
          {texts.named(texts.minutes, minutes)}
        </Text>
      )}
      {steps.length > 0 && (
        <Text size="sm" component="div">
          {texts.agreedSteps}
          <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
            {steps.map(({ id, text, ownerSide, due, doneAt }) => (
              <li key={id}>
                {texts.step(
                  text,
                  word('engagementSides', ownerSide),
                  dateText(due, language),
                  doneAt ? texts.finished : '',
                )}
              </li>
            ))}
          </ul>
        </Text>
      )}
    </Stack>
  );
}
