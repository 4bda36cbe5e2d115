import { Alert, Button, Chip, Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type AgendaItem, agendaQuery } from '../../../api/agenda.ts';
import { dateText, today, weekdayText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type AgendaGroup, grouped } from './agenda-groups.ts';
import { AgendaLine } from './agenda-line.tsx';
import '../broker.css';

/** As many as one looks through by scrolling; what has time comes last and is folded. */
const pageLength = 40;
const laterShown = 10;

/** What waits for the reader, and until when: the most urgent first. */
export function TodayPage() {
  const { t, word, language } = useText();
  const texts = t.desk.today;
  const list = useList(['kind'], { limit: pageLength });
  const { cursor, kind, limit } = list.query;
  const agenda = useQuery({
    ...agendaQuery({ cursor, limit, kind }),
    placeholderData: keepPreviousData,
  });
  const kinds = Object.keys(agenda.data?.kinds ?? {}) as AgendaItem['kind'][];
  const now = today();
  const filter = (kinds.length > 1 || kind) && (
    <Group gap={6} role="group" aria-label={texts.kinds}>
      {[undefined, ...kinds].map((one) => (
        <Chip
          key={one ?? 'all'}
          size="xs"
          checked={kind === one}
          onChange={() => list.setFilters({ kind: one })}
        >
          {one ? word('agendaKinds', one) : texts.allKinds}
        </Chip>
      ))}
    </Group>
  );
  return (
    <Page
      title={texts.title}
      description={`${dateText(now, language)} ${weekdayText(now, language)}`}
    >
      <QueryView query={agenda} bones={6}>
        {({ items, nextCursor, truncated, total }) =>
          items.length === 0 ? (
            <>
              {kind && filter}
              <Empty text={texts.clear}>
                <Button component={Link} to="/needs" variant="default" size="xs">
                  {texts.clearHint}
                </Button>
              </Empty>
            </>
          ) : (
            <Stack gap="lg">
              {truncated && <Alert color="yellow">{texts.truncated}</Alert>}
              {total > items.length && <Text size="sm">{t.pages.total(total)}</Text>}
              <Groups
                items={items}
                filter={filter}
                firstPage={list.page === 1}
                whole={total === items.length}
              />
              <Pager list={list} nextCursor={nextCursor} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

function Groups({
  items,
  filter,
  firstPage,
  whole,
}: {
  items: readonly AgendaItem[];
  filter: ReactNode;
  firstPage: boolean;
  /** There is no other page, so that a group's items are all that there are. */
  whole: boolean;
}) {
  const { t } = useText();
  const texts = t.desk.today;
  const groups = grouped(items, today());
  return (
    <>
      <Group component="nav" gap="xs" aria-label={texts.counts}>
        {groups.map(({ group, items: some }) => (
          <a key={group} href={`#${group}`} className={`agenda-count is-${group}`}>
            {whole && <span className="numbers">{some.length}</span>} {texts.groups[group]}
          </a>
        ))}
      </Group>
      {filter}
      {groups.map(({ group, items: some }, at) => (
        <AgendaSection
          key={group}
          group={group}
          items={some}
          marksFirst={at === 0 && firstPage}
          counted={whole}
        />
      ))}
    </>
  );
}

function AgendaSection({
  group,
  items,
  marksFirst,
  counted,
}: {
  group: AgendaGroup;
  items: readonly AgendaItem[];
  marksFirst: boolean;
  counted: boolean;
}) {
  const { t } = useText();
  const texts = t.desk.today;
  const [all, showAll] = useState(false);
  const folded = group === 'later' && !all && items.length > laterShown + 2;
  const shown = folded ? items.slice(0, laterShown) : items;
  return (
    <Stack gap="xs" component="section" aria-labelledby={group}>
      <Title order={2} size="h5" id={group} className="agenda-group">
        {texts.groups[group]}{' '}
        {counted && (
          <Text span c="dimmed" size="sm" className="numbers">
            {items.length}
          </Text>
        )}
      </Title>
      <PlainList>
        {shown.map((item, at) => (
          <AgendaLine
            key={`${item.kind}${item.subject.id}${item.partId ?? ''}`}
            item={item}
            first={marksFirst && at === 0}
          />
        ))}
      </PlainList>
      {folded && (
        <Button variant="default" size="xs" onClick={() => showAll(true)}>
          {texts.more(items.length - laterShown)}
        </Button>
      )}
    </Stack>
  );
}
