import { SegmentedControl, Stack, Text } from '@mantine/core';
import { Page } from '../../../kit/page.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { DeskTabs } from '../desk-tabs.tsx';
import { AssignmentList, type Clock } from './assignment-list.tsx';
import { UnassignedNeeds } from './unassigned-needs.tsx';

const heaps = ['escalated', 'proposed', 'accepted', 'declined', 'expired', 'unassigned'] as const;
type Heap = (typeof heaps)[number];
const openClocks: readonly Clock[] = ['running', 'overdue'];
const allClocks: readonly Clock[] = [...openClocks, 'done'];

/** 派单台: who is asked, who leads, and what waits for the office to name somebody. */
export function AssignmentPage() {
  const { t } = useText();
  const texts = t.desks.assignment;
  const list = useList(['heap', 'clock']);
  const heap = heaps.find((one) => one === list.filters.heap) ?? 'escalated';
  const clocked = heap === 'proposed' || heap === 'accepted';
  const clocks = heap === 'accepted' ? allClocks : openClocks;
  const clock = clocks.find((one) => one === list.filters.clock) ?? 'running';
  return (
    <Page title={t.shell.nav.assignment} description={texts.description}>
      <DeskTabs<Heap>
        label={texts.heapsLabel}
        value={heap}
        tabs={heaps.map((one) => [one, texts.heaps[one]])}
        onChange={(next) =>
          list.setFilters({ heap: next === 'escalated' ? undefined : next, clock: undefined })
        }
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {texts.heapTexts[heap]}
          </Text>
          {clocked && (
            <SegmentedControl
              aria-label={texts.clockLabel}
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              value={clock}
              onChange={(next) => list.setFilters({ clock: next === 'running' ? undefined : next })}
              data={clocks.map((one) => ({ value: one, label: texts.clocks[heap][one] }))}
            />
          )}
          {heap === 'unassigned' ? (
            <UnassignedNeeds list={list} />
          ) : (
            <AssignmentList key={heap} status={heap} clock={clock} list={list} />
          )}
        </Stack>
      </DeskTabs>
    </Page>
  );
}
