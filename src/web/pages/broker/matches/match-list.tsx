import { Alert, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconColumns, IconSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { EngagementAnswer } from '../../../api/engagements.ts';
import type { NeedAnswer } from '../../../api/needs.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { ShortcutHelp } from '../../../kit/shortcuts.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { searchPlace } from '../search/search-place.ts';
import { CompareBar } from './compare-bar.tsx';
import { MatchButtons } from './match-buttons.tsx';
import { MatchRow } from './match-row.tsx';
import type { useMatchDesk } from './use-match-desk.ts';

/** The ranking beside a need: opened, decided, and chosen for comparing by clicks or keys. */
export function MatchList({
  need,
  desk,
  engaged,
}: {
  need: NeedAnswer;
  desk: ReturnType<typeof useMatchDesk>;
  engaged: readonly EngagementAnswer[];
}) {
  const { t } = useText();
  const { matches } = t.desk;
  const person = usePerson();
  const institute = person.roles.every((role) => role === 'institute');
  const matched = need.status === 'open' || need.status === 'engaged';
  return (
    <Stack gap="sm" component="section" aria-labelledby="matches">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" id="matches">
          {institute ? matches.ownTitle : matches.title}
        </Title>
        <Group gap="xs">
          {!institute && (
            <Button
              component={Link}
              to={searchPlace(need)}
              size="xs"
              variant="default"
              leftSection={<IconSearch size={14} aria-hidden />}
            >
              {matches.search}
            </Button>
          )}
          <ShortcutHelp shortcuts={desk.shortcuts} />
        </Group>
      </Group>
      <QueryView query={desk.query} bones={5}>
        {({ state, items }) => (
          <>
            {matched && state !== 'ready' && (
              <Alert color="blue" role="status" py="xs">
                {state === 'pending' ? matches.pending : matches.stale}
              </Alert>
            )}
            {!matched && items.length === 0 && (
              <Empty
                text={
                  need.status === 'draft' || need.status === 'submitted'
                    ? matches.notYet
                    : matches.over
                }
              />
            )}
            {matched && state === 'ready' && items.length === 0 && <Empty text={matches.none} />}
            {items.length > 0 && (
              <>
                <Group justify="space-between" gap="xs">
                  <SegmentedControl
                    size="xs"
                    aria-label={matches.show}
                    value={desk.show}
                    onChange={(value) => desk.setShow(value as typeof desk.show)}
                    data={Object.entries(matches.showOptions).map(([value, label]) => ({
                      value,
                      label,
                    }))}
                  />
                  <CompareBar needId={need.id} compared={desk.compared} />
                </Group>
                {desk.items.length === 0 && <Text c="dimmed">{matches.noneOfThese}</Text>}
                <PlainList ordered label={matches.list}>
                  {desk.items.map((match) => {
                    const compared = desk.compared.ids.includes(match.capability.id);
                    return (
                      <MatchRow
                        key={match.id}
                        match={match}
                        open={desk.current?.id === match.id}
                        compared={compared}
                        onToggle={() => desk.toggle(match.id)}
                        buttons={
                          <MatchButtons
                            match={match}
                            pair={{ ...match, needId: need.id }}
                            decide={desk.decide}
                            mayEngage={need.actions.includes('engage')}
                            engaged={engaged.find(
                              ({ instituteId, stage }) =>
                                instituteId === match.capability.institute.id && stage !== 'ended',
                            )}
                            keys
                          >
                            <Button
                              size="xs"
                              variant="default"
                              aria-pressed={compared}
                              aria-keyshortcuts="c"
                              leftSection={<IconColumns size={14} aria-hidden />}
                              onClick={() => desk.compared.toggle(match.capability.id)}
                            >
                              {compared ? matches.uncompare : matches.compare}
                            </Button>
                          </MatchButtons>
                        }
                      />
                    );
                  })}
                </PlainList>
                {desk.more && (
                  <Button variant="default" onClick={desk.showMore}>
                    {matches.more}
                  </Button>
                )}
              </>
            )}
          </>
        )}
      </QueryView>
      {desk.decide.dialog}
    </Stack>
  );
}
