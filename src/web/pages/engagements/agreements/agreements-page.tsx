import { Anchor, Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { MoneyText } from '../../../kit/money-text.tsx';
import { Page } from '../../../kit/page.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { Column } from '../../../kit/rows.tsx';
import { SearchInput } from '../../../kit/search-input.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';

const filterNames = ['status', 'type', 'number', 'engagementId', 'organizationId'] as const;

/** 技术合同 in sight; the service filters, sorts and pages. */
export function AgreementsPage() {
  const { t, options } = useText();
  const texts = t.agreements.list;
  const list = useList(filterNames);
  const { filters, setFilters } = list;
  const query = useQuery(agreements.list(list.query));
  const columns = useColumns();
  const filtered = filterNames.some((name) => filters[name] !== undefined);
  return (
    <Page
      title={texts.title}
      actions={
        <Button
          component={Link}
          to="/agreements/new"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {texts.new}
        </Button>
      }
    >
      <Group component="search" aria-label={texts.filters} align="flex-end" gap="sm">
        <FilterSelect
          label={texts.status}
          w={{ base: 'calc(50% - 6px)', xs: 150 }}
          data={options('agreementStatuses')}
          value={filters.status}
          onChange={(status) => setFilters({ status })}
        />
        <FilterSelect
          label={texts.type}
          w={{ base: 'calc(50% - 6px)', xs: 180 }}
          data={options('agreementTypes')}
          value={filters.type}
          onChange={(type) => setFilters({ type })}
        />
        <SearchInput
          label={texts.number}
          w={{ base: 'calc(50% - 6px)', xs: 190 }}
          value={filters.number}
          onSearch={(number) => setFilters({ number })}
        />
        <Select
          label={texts.sort}
          w={{ base: 'calc(50% - 6px)', xs: 160 }}
          allowDeselect={false}
          data={Object.entries(texts.sorts).map(([value, label]) => ({ value, label }))}
          value={list.sort ?? '-id'}
          onChange={(sort) => setFilters({ sort: sort ?? undefined })}
        />
        {filtered && (
          <Button
            variant="subtle"
            onClick={() =>
              setFilters(Object.fromEntries(filterNames.map((name) => [name, undefined])))
            }
          >
            {texts.clear}
          </Button>
        )}
      </Group>
      <QueryView query={query} bones={6}>
        {(page) => (
          <PagedRows
            label={texts.title}
            page={page}
            columns={columns}
            empty={<Empty text={texts.empty} />}
            list={list}
          />
        )}
      </QueryView>
    </Page>
  );
}

function useColumns(): Column<Agreement>[] {
  const { t, word, language } = useText();
  const texts = t.agreements.list;
  return [
    {
      name: texts.name,
      head: true,
      show: ({ id, title, type, warnings }) => (
        <>
          <Anchor component={Link} to={`/agreements/${id}`} size="sm" fw={600}>
            {title}
          </Anchor>
          <Group gap={6}>
            <Text size="xs" c="dimmed" fw={400}>
              {word('agreementTypes', type)}
            </Text>
            {warnings.length > 0 && <Badge color="yellow">{texts.warned(warnings.length)}</Badge>}
          </Group>
        </>
      ),
    },
    {
      name: texts.parties,
      show: ({ seller, buyer }) => (
        <Text size="sm">
          {seller.name} → {buyer.name}
        </Text>
      ),
    },
    {
      name: texts.status,
      show: ({ status }) => <CodeBadge table="agreementStatuses" code={status} />,
    },
    {
      name: texts.contractValue,
      numeric: true,
      show: ({ contractValueFen }) => <MoneyText fen={contractValueFen} unit="tenThousand" />,
    },
    {
      name: texts.technologyValue,
      numeric: true,
      show: ({ technologyValueFen }) => <MoneyText fen={technologyValueFen} unit="tenThousand" />,
    },
    {
      name: texts.signedAt,
      show: ({ signedAt }) => (signedAt ? dateText(signedAt, language) : t.states.none),
    },
  ];
}
