import { ActionIcon, Alert, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { isDate } from '../../../../calendar/dates.ts';
import { agendaQuery } from '../../../api/agenda.ts';
import { addressOf } from '../../../api/client.ts';
import { dateText, today } from '../../../kit/dates.ts';
import { useWorkingDays } from '../../../kit/due-date.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useAddress } from '../../../kit/use-address.ts';
import { useText } from '../../../texts/use-text.tsx';
import { byDay } from './agenda-days.ts';
import { AgendaList } from './agenda-list.tsx';
import { type CalendarView, rangeOf, stepFrom } from './calendar-days.ts';
import { CalendarGrid } from './calendar-grid.tsx';

const views: readonly CalendarView[] = ['month', 'week', 'agenda'];

/** 日历: meetings, visits and what is due; a list on a phone. */
export function CalendarPage() {
  const { t, language, options } = useText();
  const texts = t.engagements.calendar;
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [params, show] = useAddress();
  const asked = views.find((one) => one === params.get('view')) ?? 'month';
  const view = narrow ? 'agenda' : asked;
  const named = params.get('day') ?? '';
  const day = isDate(named) ? named : today();
  const range = rangeOf(view, day);
  const query = useQuery({
    ...agendaQuery({ ...range, kind: params.get('kind') ?? undefined, limit: 200 }),
    placeholderData: keepPreviousData,
  });
  const calendar = useWorkingDays();

  const label =
    view === 'month'
      ? texts.monthOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
      : texts.daysOf(dateText(range.from, language), dateText(range.to, language));

  return (
    <Page
      title={texts.title}
      description={texts.description}
      actions={
        <Button
          component="a"
          href={addressOf('/agenda.ics')}
          download
          variant="default"
          leftSection={<IconCalendarDown size={16} aria-hidden />}
        >
          {texts.export}
        </Button>
      }
    >
      <Group justify="space-between" align="flex-end" gap="sm">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={texts.previous[view]}
            onClick={() => show({ day: stepFrom(view, day, -1) })}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={texts.next[view]}
            onClick={() => show({ day: stepFrom(view, day, 1) })}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => show({ day: today() })}>
            {texts.today}
          </Button>
          <Text fw={600} size="lg" aria-live="polite">
            {label}
          </Text>
        </Group>
        <Group align="flex-end" gap="sm">
          <FilterSelect
            label={texts.kind}
            size="xs"
            w={160}
            data={options('agendaKinds')}
            value={params.get('kind') ?? undefined}
            onChange={(kind) => show({ kind })}
          />
          {!narrow && (
            <SegmentedControl
              aria-label={texts.view}
              value={view}
              onChange={(next) => show({ view: next as CalendarView })}
              data={views.map((value) => ({ value, label: texts.views[value] }))}
            />
          )}
        </Group>
      </Group>
      {calendar?.isProvisional(Number(range.to.slice(0, 4))) && (
        <Text size="xs" c="dimmed">
          {texts.provisional}
        </Text>
      )}
      <QueryView query={query} bones={6}>
        {({ items, truncated, nextCursor }) => (
          <>
            {(truncated || nextCursor) && <Alert color="yellow">{texts.truncated}</Alert>}
            {view === 'agenda' ? (
              <AgendaList range={range} items={byDay(items)} />
            ) : (
              <CalendarGrid
                label={label}
                range={range}
                month={view === 'month' ? day.slice(0, 7) : undefined}
                items={byDay(items)}
                full={view === 'week'}
                onMore={(one) => show({ view: 'agenda', day: one })}
              />
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
