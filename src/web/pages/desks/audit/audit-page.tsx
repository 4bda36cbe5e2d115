import { Alert, Anchor, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { audit } from '../../../api/audit.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditLines } from './audit-lines.tsx';
import { subjectPlace } from './subject-place.ts';

/** 审计日志: who did what in the district; or the whole history of one thing. */
export function AuditPage() {
  const { t, word } = useText();
  const texts = t.desks.audit;
  const list = useList(['subject', 'kind', 'by', 'jobs', 'action', 'from', 'to']);
  const { subject } = list.filters;
  const { sort: _, jobs, ...asked } = list.query;
  // What jobs did is shown when one asks for it: there is far more of it.
  const people = subject || jobs || asked.by ? undefined : true;
  const query = useQuery(audit.list({ ...asked, people }));
  const first = query.data?.items[0]?.subject;
  const place = first && subjectPlace(first.kind, first.id);
  const called = first && (first.name ?? word('subjectKinds', first.kind));
  return (
    <Page
      title={subject ? texts.historyTitle : t.shell.nav.audit}
      description={subject ? texts.historyText : texts.description}
      back={subject ? { to: '/audit', label: t.shell.nav.audit } : undefined}
    >
      {subject ? (
        called && (
          <Group gap="xs">
            {word('subjectKinds', first.kind)}
            {place ? (
              <Anchor component={Link} to={place} fw={600}>
                {called}
              </Anchor>
            ) : (
              called
            )}
          </Group>
        )
      ) : (
        <AuditFilters filters={list.filters} onChange={list.setFilters} />
      )}
      <QueryView query={query} bones={6}>
        {({ items, nextCursor, behind, names }) => (
          <Stack gap="sm">
            {behind && <Alert color="yellow">{texts.behind}</Alert>}
            {items.length === 0 ? (
              <Empty text={texts.none} />
            ) : (
              <AuditLines lines={items} names={names} oneSubject={subject !== undefined} />
            )}
            <Pager list={list} nextCursor={nextCursor} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
