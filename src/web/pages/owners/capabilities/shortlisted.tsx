import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type ShortlistedMatch, shortlistedMatches } from '../../../api/matches.ts';
import { dateText } from '../../../kit/dates.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { Rows } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** Needs whose side has chosen a capability of the institute, before anybody has called. */
export function Shortlisted() {
  const { t, language, word } = useText();
  const words = t.capabilities.interest;
  const found = useQuery(shortlistedMatches);
  return (
    <Stack gap="sm" component="section" aria-labelledby="shortlisted">
      <Title order={2} size="h4" id="shortlisted">
        {words.shortlisted}
      </Title>
      <QueryView query={found} bones={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed" size="sm">
              {words.noneShortlisted}
            </Text>
          ) : (
            <Rows
              label={words.shortlisted}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: words.need,
                  head: true,
                  show: ({ need }: ShortlistedMatch) => (
                    <Anchor component={Link} to={`/needs/${need.id}`} size="sm">
                      {need.title ?? t.capabilities.page.secretTitle}
                    </Anchor>
                  ),
                },
                {
                  name: words.field,
                  show: ({ need }) => need.field && word('fields', need.field),
                },
                {
                  name: words.capability,
                  show: ({ capability }) => (
                    <Anchor component={Link} to={`/capabilities/${capability.id}`} size="sm">
                      {capability.title}
                    </Anchor>
                  ),
                },
                {
                  name: words.since,
                  show: ({ shortlistedAt }) => dateText(shortlistedAt, language),
                },
              ]}
            />
          )
        }
      </QueryView>
    </Stack>
  );
}
