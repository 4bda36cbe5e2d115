import { Anchor, Button, Paper, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { capabilities } from '../../../api/capabilities.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { NearNeeds } from './near-needs.tsx';

/** Open needs close to what the institute offers, capability by capability. */
export function NearNeedsPage() {
  const { t } = useText();
  const words = t.capabilities.near;
  const { organizationId } = usePerson();
  const list = useList([], { limit: 6 });
  const own = useQuery({
    ...capabilities.list({ ...list.query, organizationId, status: 'published' }),
    enabled: organizationId !== undefined,
  });
  return (
    <Page title={t.shell.nav.nearNeeds} description={words.text}>
      {organizationId === undefined ? (
        <Empty text={words.noInstitute} />
      ) : (
        <QueryView query={own}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <Empty text={words.none}>
                <Button component={Link} to="/capabilities/new" size="xs">
                  {t.capabilities.list.add}
                </Button>
              </Empty>
            ) : (
              <>
                {items.map(({ id, title }) => (
                  <Paper key={id} withBorder p="md" component="section" aria-label={title}>
                    <Title order={2} size="h5" mb="xs">
                      <Anchor component={Link} to={`/capabilities/${id}`} inherit>
                        {title}
                      </Anchor>
                    </Title>
                    <NearNeeds capabilityId={id} limit={5} />
                  </Paper>
                ))}
                <Pager list={list} nextCursor={nextCursor} />
              </>
            )
          }
        </QueryView>
      )}
    </Page>
  );
}
