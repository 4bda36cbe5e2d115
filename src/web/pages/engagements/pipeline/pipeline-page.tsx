import { SegmentedControl, Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { EngagementStage } from '../../../../vocabulary.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { Page } from '../../../kit/page.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { EngagementList } from './engagement-list.tsx';
import { PipelineFilterBar } from './pipeline-filters.tsx';
import { askedFor, pipelineFilters } from './pipeline-query.ts';

const Board = lazy(async () => ({ default: (await import('./board.tsx')).Board }));

/** 对接看板: a person's engagements by stage, as a board or as rows. */
export function PipelinePage() {
  const { t } = useText();
  const texts = t.engagements.pipeline;
  const person = usePerson();
  const broker = person.is('broker');
  const list = useList([...pipelineFilters, 'view']);
  const { view = 'board', ...filters } = list.filters;
  const [params] = useSearchParams();
  const key = JSON.stringify(filters);
  // The text says what the filters are.
  const asked = useMemo(() => askedFor(filters, broker), [key, broker]);
  return (
    <Page
      title={texts.title}
      description={person.is('broker', 'bureau', 'admin') ? texts.description : texts.readOnly}
      actions={
        <SegmentedControl
          aria-label={texts.view}
          value={view}
          onChange={(next) => list.setFilters({ view: next === 'board' ? undefined : next })}
          data={[
            { value: 'board', label: texts.board },
            { value: 'list', label: texts.list },
          ]}
        />
      }
    >
      <PipelineFilterBar filters={filters} onChange={list.setFilters} />
      {view === 'board' ? (
        <Suspense fallback={<Skeleton h={400} role="status" aria-label={t.states.loading} />}>
          <Board filters={asked} inList={(stage) => addressInList(params, stage)} />
        </Suspense>
      ) : (
        <EngagementList filters={asked} list={list} />
      )}
    </Page>
  );
}

/** The same filters, with all engagements of one stage as rows. */
function addressInList(params: URLSearchParams, stage: EngagementStage): string {
  const list = new URLSearchParams(params);
  list.set('view', 'list');
  list.set('stage', stage);
  return `?${list}`;
}
