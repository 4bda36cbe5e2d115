import { Anchor, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type ImportAnswer, imports } from '../../../api/imports.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { instantText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { Rows } from '../../../kit/rows.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { UploadForm } from './upload-form.tsx';

/** Uploads of lists, and how the earlier ones went. */
export function ImportListPage() {
  const { t, word, options, language } = useText();
  const words = t.imports;
  const list = useList(['status']);
  const found = useQuery(imports.list(list.query));
  return (
    <Page title={t.shell.nav.imports} description={words.text}>
      <UploadForm />
      <NativeSelect
        label={words.status}
        maw={240}
        data={[{ value: '', label: words.any }, ...options('importStatuses')]}
        value={list.filters.status ?? ''}
        onChange={(event) => list.setFilters({ status: event.currentTarget.value })}
      />
      <QueryView query={found}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty text={words.none} />
          ) : (
            <>
              <Rows
                label={t.shell.nav.imports}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    name: words.file,
                    head: true,
                    show: ({ id, file }: ImportAnswer) => (
                      <Anchor component={Link} to={`/imports/${id}`} size="sm">
                        {file.name}
                      </Anchor>
                    ),
                  },
                  { name: words.kind, show: ({ kind }) => word('importKinds', kind) },
                  {
                    name: words.status,
                    show: ({ status }) => <CodeBadge table="importStatuses" code={status} />,
                  },
                  {
                    name: words.rows,
                    numeric: true,
                    show: ({ done, total }) => `${done} / ${total ?? '…'}`,
                  },
                  {
                    name: words.failed,
                    numeric: true,
                    show: ({ failed }) =>
                      failed > 0 ? (
                        <Text span size="sm" c="red" fw={600}>
                          {failed}
                        </Text>
                      ) : (
                        0
                      ),
                  },
                  { name: words.at, show: ({ createdAt }) => instantText(createdAt, language) },
                ]}
              />
              <Pager list={list} nextCursor={nextCursor} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
