import { Anchor, Badge, Button, Card, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  IconArrowsJoin2,
  IconBriefcase,
  IconCalendarEvent,
  IconCheck,
  IconClipboardCheck,
  IconFileCertificate,
  IconMapPin,
  IconPhone,
  IconRubberStamp,
  IconSend,
  IconSignature,
  IconUserCheck,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type AgendaItem, dayOfItem } from '../../../api/agenda.ts';
import { engagements } from '../../../api/engagements.ts';
import { timeText } from '../../../kit/dates.ts';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { DueDate } from '../../../kit/due-date.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { placeOfItem } from './agenda-place.ts';
import { AnswerButtons } from './answer-buttons.tsx';

const icons: Record<AgendaItem['kind'], typeof IconCheck> = {
  answer_assignment: IconUserQuestion,
  first_contact: IconPhone,
  next_step: IconBriefcase,
  meeting: IconCalendarEvent,
  visit: IconMapPin,
  submit_need: IconSend,
  confirm_need: IconUserCheck,
  vet_need: IconClipboardCheck,
  reassign: IconArrowsJoin2,
  confirm_agreement: IconFileCertificate,
  sign_agreement: IconSignature,
  apply_agreement: IconSend,
  register_agreement: IconRubberStamp,
};

/** One thing that waits: what, with whom, until when, and the answer where one click gives it. */
export function AgendaLine({ item, first }: { item: AgendaItem; first: boolean }) {
  const { t, word } = useText();
  const { today } = t.desk;
  const Icon = icons[item.kind];
  const day = dayOfItem(item);
  const parties = [item.enterprise?.name, item.institute?.name].filter(Boolean).join(' × ');
  const happens = item.kind === 'meeting' || item.kind === 'visit';
  return (
    <Card
      component="li"
      withBorder
      padding="sm"
      className={first ? 'agenda-line is-first' : 'agenda-line'}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <ThemeIcon
          variant="light"
          size="lg"
          color={item.overdue ? 'red' : first ? 'teal' : 'gray'}
          aria-hidden
        >
          <Icon size={20} />
        </ThemeIcon>
        <Group justify="space-between" gap="xs" align="flex-start" style={{ flex: 1, minWidth: 0 }}>
          <Stack gap={2} style={{ flex: '1 1 16rem', minWidth: 0 }}>
            <Group gap={6}>
              {first && <Badge color="teal">{today.first}</Badge>}
              <Text size="sm" fw={600} component="span">
                {word('agendaKinds', item.kind)}
              </Text>
              {item.text && (
                <Text size="sm" component="span">
                  {item.text}
                </Text>
              )}
            </Group>
            <Link to={placeOfItem(item)} className="text-link">
              {item.subject.title ?? today.hiddenTitle}
            </Link>
            {(parties || item.side || item.place) && (
              <Text size="xs" c="dimmed">
                {[
                  parties,
                  item.side && today.owedBy(word('engagementSides', item.side)),
                  item.place,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            )}
            {item.link && (
              <Anchor
                href={item.link}
                size="xs"
                target="_blank"
                rel="noreferrer"
                className="text-link"
              >
                {today.link}
              </Anchor>
            )}
          </Stack>
          <Stack gap={6} className="agenda-due">
            {day && (
              <Text size="sm" component="div">
                <DueDate due={day} />
                {happens && item.at && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {today.at(timeText(item.at))}
                  </Text>
                )}
              </Text>
            )}
            <LineButtons item={item} />
          </Stack>
        </Group>
      </Group>
    </Card>
  );
}

function LineButtons({ item }: { item: AgendaItem }) {
  const { t } = useText();
  const { today } = t.desk;
  if (item.kind === 'next_step') return <DoneButton item={item} />;
  if (item.kind !== 'answer_assignment') return null;
  // The service takes no acceptance after the term, only a refusal.
  const actions = item.overdue ? (['decline'] as const) : (['accept', 'decline'] as const);
  return (
    <>
      {item.overdue && (
        <Text size="xs" c="dimmed">
          {today.tooLate}
        </Text>
      )}
      <AnswerButtons assignment={{ id: item.subject.id, actions: [...actions] }} />
    </>
  );
}

function DoneButton({ item }: { item: AgendaItem }) {
  const { t } = useText();
  const { today } = t.desk;
  const [asked, ask] = useState(false);
  const { engagementId, partId, text = '' } = item;
  const finish = useCommand(
    (why: { note?: string }, key) =>
      engagements.act(engagementId!, `next-steps/${partId}/done`, why, key),
    { done: today.isDone, quiet: true },
  );
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCheck size={14} aria-hidden />}
        onClick={() => ask(true)}
        aria-label={today.doneTitle(text)}
      >
        {today.done}
      </Button>
      {asked && (
        <DecisionDialog
          draft={`done.${partId}`}
          title={today.doneTitle(text)}
          confirm={today.done}
          onConfirm={({ note }) => finish.mutateAsync(note ? { note } : {})}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
}
