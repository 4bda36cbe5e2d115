import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type ReportHead, reports } from '../../../api/reports.ts';
import { dateText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { Page } from '../../../kit/page.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { Column } from '../../../kit/rows.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useAmount } from '../question/amount.ts';

const filters = ['measure', 'basis', 'flow'] as const;
const tables = { measure: 'measures', basis: 'bases', flow: 'flows' } as const;

/** Published reports, the newest period first. */
export function ReportsPage() {
  const { t, options } = useText();
  const texts = t.bureau;
  const list = useList(filters);
  const query = useQuery(reports.list({ ...list.query, sort: '-from' }));
  const columns = useColumns();
  return (
    <Page
      title={texts.published.title}
      description={texts.published.text}
      actions={
        <Button component={Link} to="/glance" variant="default">
          {texts.published.toGlance}
        </Button>
      }
    >
      <Group component="search" aria-label={t.actions.filter} gap="sm">
        {filters.map((name) => (
          <FilterSelect
            key={name}
            label={texts.question[name]}
            w={{ base: 'calc(50% - 6px)', xs: 160 }}
            data={options(tables[name])}
            value={list.filters[name]}
            onChange={(value) => list.setFilters({ [name]: value })}
          />
        ))}
      </Group>
      <QueryView query={query}>
        {(page) => (
          <PagedRows
            label={texts.published.title}
            page={page}
            columns={columns}
            empty={<Empty text={texts.published.none} />}
            list={list}
          />
        )}
      </QueryView>
    </Page>
  );
}

function useColumns(): Column<ReportHead>[] {
  const { t, word, language } = useText();
  const texts = t.bureau;
  const amount = useAmount();
  return [
    {
      name: texts.period.label,
      head: true,
      show: (one) => (
        <Link to={`/reports/${one.id}`} className="text-link">
          {texts.adjustments.edition(texts.period.name(one), one.edition)}
        </Link>
      ),
    },
    {
      name: texts.question.label,
      show: ({ measure, basis, flow }) =>
        [word('measures', measure), word('bases', basis), word('flows', flow)].join(' · '),
    },
    { name: texts.question.asOf, show: ({ asOf }) => dateText(asOf, language) },
    {
      name: texts.figures.achievementsAny,
      numeric: true,
      show: (one) => texts.count.achievements(one.achievements),
    },
    {
      name: texts.figures.agreements,
      numeric: true,
      show: (one) => texts.count.agreements(one.agreements),
    },
    {
      name: texts.figures.technologyValue,
      numeric: true,
      show: (one) => amount.text(one.technologyValueFen),
    },
    {
      name: texts.published.by,
      show: ({ publishedBy, publishedAt }) =>
        `${publishedBy.name} ${dateText(publishedAt, language)}`,
    },
  ];
}
