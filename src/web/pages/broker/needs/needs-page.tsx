import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { Page } from '../../../kit/page.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { type Column, Rows } from '../../../kit/rows.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { SearchBox } from '../search/search-box.tsx';

type Filter = 'status' | 'field' | 'unassigned' | 'brokerId';
const sorts = { newest: undefined, expiring: 'expiresOn', oldest: 'id' } as const;

/** The needs in sight: the district's for brokers and the bureau, its own for an enterprise. */
export function NeedsPage() {
  const { t } = useText();
  const texts = t.desk.needs;
  const person = usePerson();
  const own = person.roles.every((role) => role === 'enterprise');
  const list = useList<Filter>(['status', 'field', 'unassigned', 'brokerId'], { limit: 25 });
  const rows = useQuery(needs.list(list.query));
  return (
    <Page
      title={own ? texts.own : texts.title}
      actions={
        person.may('create_need') && (
          <Button
            component={Link}
            to="/needs/new"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {texts.post}
          </Button>
        )
      }
    >
      {!own && <NeedSearch />}
      <NeedFilters list={list} own={own} />
      <QueryView query={rows} bones={6}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty text={texts.none}>
              <Button component={Link} to="/needs" size="xs" variant="default">
                {texts.clear}
              </Button>
            </Empty>
          ) : (
            <>
              <NeedRows items={items} own={own} />
              <Pager list={list} nextCursor={nextCursor} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

/** Text is searched by the index, with snippets and facets, on its own page. */
function NeedSearch() {
  const { t } = useText();
  const go = useNavigate();
  const search = (q: string) => {
    if (q) void go(`/search?${new URLSearchParams({ kind: 'need', q })}`);
  };
  return (
    <SearchBox q="" label={t.desk.needs.search} hint={t.desk.needs.searchHint} onSearch={search} />
  );
}

function NeedFilters({ list, own }: { list: ReturnType<typeof useList<Filter>>; own: boolean }) {
  const { t, options } = useText();
  const texts = t.desk.needs;
  const person = usePerson();
  const { status, field, unassigned, brokerId } = list.filters;
  const whose = brokerId ? 'mine' : unassigned ? 'unassigned' : 'all';
  const choices = Object.entries(texts.whoseOptions)
    .filter(([value]) => value !== 'mine' || person.is('broker'))
    .map(([value, label]) => ({ value, label }));
  const setWhose = (value: string | null) =>
    list.setFilters({
      brokerId: value === 'mine' ? person.id : undefined,
      unassigned: value === 'unassigned' ? 'true' : undefined,
      // Others than open ones wait for no broker.
      ...(value === 'unassigned' && { status: 'open' }),
    });
  const sort = Object.entries(sorts).find(([, value]) => value === list.sort)?.[0] ?? 'newest';
  return (
    <Group gap="sm">
      {!own && person.is('broker', 'bureau', 'admin') && (
        <Select
          size="xs"
          w={140}
          label={texts.whose}
          data={choices}
          value={whose}
          onChange={setWhose}
          allowDeselect={false}
        />
      )}
      <FilterSelect
        size="xs"
        w={140}
        label={texts.status}
        data={options('needStatuses')}
        value={status}
        onChange={(value) => list.setFilters({ status: value })}
      />
      <FilterSelect
        size="xs"
        w={200}
        label={texts.field}
        data={options('fields')}
        value={field}
        onChange={(value) => list.setFilters({ field: value })}
      />
      <Select
        size="xs"
        w={140}
        label={texts.sort}
        data={Object.entries(texts.sorts).map(([value, label]) => ({ value, label }))}
        value={sort}
        onChange={(value) => list.setFilters({ sort: sorts[value as keyof typeof sorts] })}
        allowDeselect={false}
      />
    </Group>
  );
}

function NeedRows({ items, own }: { items: readonly NeedAnswer[]; own: boolean }) {
  const { t, word, language } = useText();
  const texts = t.desk.needs;
  const person = usePerson();
  const columns: Column<NeedAnswer>[] = [
    {
      name: texts.title,
      head: true,
      show: (need) => (
        <Group gap={6}>
          <Link to={`/needs/${need.id}`} className="text-link">
            {need.title ?? texts.noTitle}
          </Link>
          {need.brokerId === person.id && <Badge color="teal">{texts.me}</Badge>}
        </Group>
      ),
    },
    {
      name: texts.status,
      show: ({ status, closeCode }) => (
        <Group gap={4}>
          <CodeBadge table="needStatuses" code={status} />
          {closeCode && (
            <Text size="xs" c="dimmed">
              {word('closeCodes', closeCode)}
            </Text>
          )}
        </Group>
      ),
    },
    { name: texts.field, show: ({ field }) => field && word('fields', field) },
    ...(own
      ? []
      : [
          {
            name: texts.enterprise,
            show: ({ organization }: NeedAnswer) =>
              organization?.name ?? (
                <Group gap={4} wrap="nowrap">
                  <IconLock size={14} aria-hidden />
                  <Text size="sm" c="dimmed">
                    {t.states.hidden}
                  </Text>
                </Group>
              ),
          },
        ]),
    {
      name: texts.broker,
      whole: true,
      show: ({ broker }) => (broker?.id === person.id ? texts.me : broker?.name),
    },
    {
      name: texts.turn,
      show: ({ turn }) =>
        turn && (
          <>
            <Text size="sm">
              {word('turnSides', turn.side)} · {word('turnActions', turn.action)}
            </Text>
            {turn.due && <DueDate due={turn.due} />}
          </>
        ),
    },
    {
      name: texts.validity,
      whole: true,
      show: ({ expiresOn, status }) =>
        (status === 'open' || status === 'engaged') && expiresOn && dateText(expiresOn, language),
    },
  ];
  return <Rows label={texts.list} rows={items} columns={columns} keyOf={({ id }) => id} />;
}
