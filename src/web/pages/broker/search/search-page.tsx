import {
  Alert,
  Anchor,
  Box,
  Button,
  Grid,
  Group,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { needs } from '../../../api/needs.ts';
import { searchFor } from '../../../api/search.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { CompareBar } from '../matches/compare-bar.tsx';
import { useCompared } from '../matches/use-compared.ts';
import { useDecide } from '../matches/use-decide.tsx';
import { FoundCard } from './found-card.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchFacets } from './search-facets.tsx';
import { mostFound, useSearch } from './use-search.ts';
import '../broker.css';

/** Search of capabilities and open needs by text; for a need, what is found is held against it. */
export function SearchPage() {
  const { t } = useText();
  const texts = t.desk.search;
  const search = useSearch();
  const { q, kind, need: needId, limit } = search.values;
  const found = useQuery({ ...searchFor(search.query), enabled: q !== '' });
  const need = useQuery({ ...needs.one(needId ?? ''), enabled: needId !== undefined });
  const compared = useCompared();
  const decide = useDecide();
  return (
    <Page title={texts.title}>
      <SearchBox
        q={q}
        label={texts.box}
        hint={texts.hint}
        onSearch={(value) => search.set({ q: value })}
      />
      <SegmentedControl
        aria-label={texts.kind}
        value={kind}
        onChange={(value) => search.set({ kind: value, need: undefined })}
        data={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {need.data && (
        <Alert color="blue" py="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              <Anchor component={Link} to={`/needs/${need.data.id}`} className="text-link" inherit>
                {texts.forNeed(need.data.title ?? t.desk.needs.noTitle)}
              </Anchor>
            </Text>
            <Group gap="xs">
              <CompareBar needId={need.data.id} compared={compared} />
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => search.set({ need: undefined, with: undefined })}
              >
                {texts.leaveNeed}
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
      {q === '' ? (
        <Empty text={texts.start} />
      ) : (
        <QueryView query={found} bones={6}>
          {({ items, total, facets }) => (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 3 }}>
                <SearchFacets facets={facets} search={search} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 9 }}>
                <Stack gap="sm">
                  <Text size="sm" c="dimmed" role="status">
                    {texts.total(total)}
                  </Text>
                  {items.length === 0 && <Empty text={texts.none} />}
                  <PlainList ordered label={texts.results}>
                    {items.map((item) => (
                      <FoundCard
                        key={item.id}
                        found={item}
                        need={item.kind === 'capability' ? need.data : undefined}
                        compared={compared}
                        decide={decide}
                      />
                    ))}
                  </PlainList>
                  {total > items.length && limit < mostFound && (
                    <Box>
                      <Button
                        variant="default"
                        onClick={() => search.set({ limit: String(mostFound) })}
                      >
                        {texts.more}
                      </Button>
                    </Box>
                  )}
                </Stack>
              </Grid.Col>
            </Grid>
          )}
        </QueryView>
      )}
      {decide.dialog}
    </Page>
  );
}
