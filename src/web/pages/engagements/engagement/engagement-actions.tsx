import { Button, Menu } from '@mantine/core';
import { IconArrowRight, IconCalendarDown, IconDots, IconFilePlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { addressOf } from '../../../api/client.ts';
import type { Engagement } from '../../../api/engagements.ts';
import { useText } from '../../../texts/use-text.tsx';
import { StageMenu } from '../stage-menu.tsx';
import { useMove } from '../use-move.ts';

/** Forms that write an entry, by the action that allows them. */
const entryForms = [
  'meetings',
  'contacts',
  'visits',
  'outcomes',
  'ndas',
  'files',
  'update',
] as const;
export type EntryForm =
  | { name: (typeof entryForms)[number] }
  | { name: 'report'; visitId: string }
  | { name: 'held'; meetingId: string };

/** What this reader may do here: the two usual things as buttons, the rest in a menu. */
export function EngagementActions({
  engagement,
  onOpen,
}: {
  engagement: Engagement;
  onOpen(form: EntryForm): void;
}) {
  const { t } = useText();
  const texts = t.engagements.forms;
  const { mutateAsync: move } = useMove();
  const labels = {
    meetings: texts.meeting,
    contacts: texts.contact,
    visits: texts.visits,
    outcomes: texts.outcomes,
    ndas: texts.ndas,
    files: texts.files,
    update: texts.change,
  };
  const allowed = entryForms.filter((name) => engagement.actions.includes(name));
  const [first, second, ...rest] = allowed;
  return (
    <>
      {first && <Button onClick={() => onOpen({ name: first })}>{labels[first]}</Button>}
      {second && (
        <Button variant="default" onClick={() => onOpen({ name: second })}>
          {labels[second]}
        </Button>
      )}
      <StageMenu engagement={engagement} onMove={move}>
        <Button variant="default" leftSection={<IconArrowRight size={16} aria-hidden />}>
          {texts.stage}
        </Button>
      </StageMenu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
            {texts.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {rest.map((name) => (
            <Menu.Item key={name} onClick={() => onOpen({ name })}>
              {labels[name]}
            </Menu.Item>
          ))}
          {engagement.stage !== 'ended' && (
            <Menu.Item
              component={Link}
              to={`/agreements/new?engagement=${engagement.id}`}
              leftSection={<IconFilePlus size={16} aria-hidden />}
            >
              {t.engagements.one.newAgreement}
            </Menu.Item>
          )}
          <Menu.Item
            component="a"
            href={addressOf(`/engagements/${engagement.id}/calendar.ics`)}
            download
            leftSection={<IconCalendarDown size={16} aria-hidden />}
          >
            {t.engagements.one.calendar}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
