import {
  Badge,
  Box,
  Button,
  Chip,
  Group,
  Stack,
  Text,
  ThemeIcon,
  Title,
  Tooltip,
} from '@mantine/core';
import {
  IconAlertCircle,
  IconArrowsExchange,
  IconBuildingFactory2,
  IconCheck,
  IconFileCertificate,
  IconFileText,
  IconLock,
  IconMessage,
  IconPaperclip,
  IconTrophy,
  IconUserCheck,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { TimelineKind } from '../../../../vocabulary.ts';
import type { Engagement, TimelineEntry } from '../../../api/engagements.ts';
import { dayOf, instantText, today } from '../../../kit/dates.ts';
import { PlainList } from '../../../kit/plain-list.tsx';
import { useAddress } from '../../../kit/use-address.ts';
import { useText } from '../../../texts/use-text.tsx';
import { EntryText } from './entry-text.tsx';
import { isGroup, timelineGroups } from './timeline-groups.ts';

const icons: Record<TimelineKind, typeof IconMessage> = {
  created: IconArrowsExchange,
  stage: IconArrowsExchange,
  meeting: IconUsersGroup,
  contact: IconMessage,
  step_done: IconCheck,
  visits_planned: IconBuildingFactory2,
  visit_report: IconBuildingFactory2,
  outcome: IconTrophy,
  nda: IconFileText,
  files: IconPaperclip,
  shares: IconUserCheck,
  lead: IconUserCheck,
  agreement: IconFileCertificate,
};

/** 全程记录: everything that happened, newest first, by kind when asked. */
export function TimelineView({
  engagement,
  onHeld,
}: {
  engagement: Engagement;
  onHeld(meetingId: string): void;
}) {
  const { t } = useText();
  const texts = t.engagements.timeline;
  const [params, change] = useAddress();
  const asked = params.get('show');
  const group = isGroup(asked) ? asked : undefined;
  const entries = (engagement.timeline ?? [])
    .filter(({ kind }) => !group || (timelineGroups[group] as readonly string[]).includes(kind))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  const choose = (next: string | string[]) =>
    change({ show: next === 'all' ? undefined : String(next) });
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {texts.title}
      </Title>
      <Chip.Group value={group ?? 'all'} onChange={choose}>
        <Group gap={6} role="radiogroup" aria-label={texts.kinds}>
          <Chip value="all" size="xs">
            {texts.all}
          </Chip>
          {Object.keys(timelineGroups).map((name) => (
            <Chip key={name} value={name} size="xs">
              {texts.groups[name]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {entries.length === 0 && <Text c="dimmed">{texts.empty}</Text>}
      <PlainList ordered gap={0} label={texts.title}>
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            engagement={engagement}
            onHeld={() => onHeld(entry.id)}
          />
        ))}
      </PlainList>
    </Stack>
  );
}

function EntryRow({
  entry,
  engagement,
  onHeld,
}: {
  entry: TimelineEntry;
  engagement: Engagement;
  onHeld(): void;
}) {
  const { t, word, language } = useText();
  const texts = t.engagements.timeline;
  const Icon = icons[entry.kind] ?? IconAlertCircle;
  const past = new Date(entry.at) <= new Date();
  const planned = entry.kind === 'meeting' && entry.held === false && !past;
  const unrecorded = entry.kind === 'meeting' && entry.held === false && past;
  const by = entry.by.name ?? word('turnSides', entry.by.side);
  return (
    <Group component="li" wrap="nowrap" align="stretch" gap="sm">
      <Stack gap={0} align="center">
        <ThemeIcon variant="light" size={30} radius="xl" color={planned ? 'blue' : 'teal'}>
          <Icon size={17} aria-hidden />
        </ThemeIcon>
        <Box
          flex={1}
          w={2}
          bg="light-dark(var(--mantine-color-gray-3), var(--mantine-color-dark-4))"
        />
      </Stack>
      <Box pb="lg" flex={1} miw={0}>
        <Group gap={6}>
          <Text fw={600} size="sm">
            {word('timelineKinds', entry.kind)}
          </Text>
          {planned && <Badge color="blue">{texts.planned}</Badge>}
          {unrecorded && <Badge color="orange">{texts.unrecorded}</Badge>}
          {entry.audience === 'brokers' && (
            <Tooltip label={texts.onlyBrokers}>
              <Badge color="yellow" leftSection={<IconLock size={12} aria-hidden />}>
                {word('audiences', 'brokers')}
              </Badge>
            </Tooltip>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          <time dateTime={entry.at}>{instantText(entry.at, language)}</time> ·{' '}
          {entry.by.side === 'system' ? texts.system : by}
        </Text>
        <EntryText entry={entry} engagement={engagement} />
        {dayOf(entry.at) <= today() && entry.actions?.includes('held') && (
          <Button
            size="compact-xs"
            variant="default"
            mt={4}
            aria-label={texts.recordOf(instantText(entry.at, language))}
            onClick={onHeld}
          >
            {texts.record}
          </Button>
        )}
      </Box>
    </Group>
  );
}
