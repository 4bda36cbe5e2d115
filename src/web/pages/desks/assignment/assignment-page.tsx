import { Checkbox, Stack, Text } from '@mantine/core';
import { Page } from '../../../kit/page.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { DeskTabs } from '../desk-tabs.tsx';
import { AssignmentList } from './assignment-list.tsx';
import { UnassignedNeeds } from './unassigned-needs.tsx';

const heaps = ['escalated', 'proposed', 'accepted', 'declined', 'expired', 'unassigned'] as const;
type Heap = (typeof heaps)[number];

/** 派单台: who is asked, who leads, and what waits for the office to name somebody. */
export function AssignmentPage() {
  const { t } = useText();
  const texts = t.desks.assignment;
  const list = useList(['heap', 'overdue']);
  const heap = heaps.find((one) => one === list.filters.heap) ?? 'escalated';
  const clocked = heap === 'proposed' || heap === 'accepted';
  const overdue = clocked && list.filters.overdue === 'true';
  return (
    <Page title={t.shell.nav.assignment} description={texts.description}>
      <DeskTabs<Heap>
        label={texts.heapsLabel}
        value={heap}
        tabs={heaps.map((one) => [one, texts.heaps[one]])}
        onChange={(next) =>
          list.setFilters({ heap: next === 'escalated' ? undefined : next, overdue: undefined })
        }
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {texts.heapTexts[heap]}
          </Text>
          {clocked && (
            <Checkbox
              label={heap === 'accepted' ? texts.contactOverdueOnly : texts.overdueOnly}
              checked={overdue}
              onChange={(event) =>
                list.setFilters({ overdue: event.currentTarget.checked ? 'true' : undefined })
              }
            />
          )}
          {heap === 'unassigned' ? (
            <UnassignedNeeds list={list} />
          ) : (
            <AssignmentList key={heap} status={heap} overdue={overdue} list={list} />
          )}
        </Stack>
      </DeskTabs>
    </Page>
  );
}
