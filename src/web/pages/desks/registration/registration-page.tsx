import { Stack, Text } from '@mantine/core';
import { Page } from '../../../kit/page.tsx';
import { SearchInput } from '../../../kit/search-input.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { DeskTabs } from '../desk-tabs.tsx';
import { AgreementRows } from './agreement-rows.tsx';
import { heapQuery, heaps } from './heaps.ts';

/** 登记台: agreements on their way to the register, and those that are on it. */
export function RegistrationPage() {
  const { t } = useText();
  const texts = t.desks.registration;
  const list = useList(['heap', 'number']);
  const heap = heaps.find((one) => one === list.filters.heap) ?? 'applied';
  const { number } = list.filters;
  return (
    <Page title={t.shell.nav.registration} description={texts.description}>
      <DeskTabs
        label={texts.heapsLabel}
        value={heap}
        tabs={heaps.map((one) => [one, texts.heaps[one]] as const)}
        onChange={(next) =>
          list.setFilters({ heap: next === 'applied' ? undefined : next, number: undefined })
        }
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {texts.heapTexts[heap]}
          </Text>
          {heap === 'registered' && (
            <SearchInput
              label={texts.findNumber}
              value={number}
              onSearch={(typed) => list.setFilters({ number: typed || undefined })}
              maw={320}
            />
          )}
          <AgreementRows key={heap} heap={heap} filters={heapQuery(heap, number)} list={list} />
        </Stack>
      </DeskTabs>
    </Page>
  );
}
