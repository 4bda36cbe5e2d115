import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { type Engagement, engagements } from '../../../api/engagements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { EngagementActions, type EntryForm } from './engagement-actions.tsx';
import { EngagementHead } from './engagement-head.tsx';
import { Agreements, Files, Ndas, NextSteps, Outcomes, Visits } from './side-panels.tsx';
import { TimelineView } from './timeline.tsx';

const EntryForms = lazy(async () => ({ default: (await import('./entry-forms.tsx')).EntryForms }));

/** 对接: one need and one institute, with all that happened between them. */
export function EngagementPage() {
  const { id = '' } = useParams();
  const { t } = useText();
  const query = useQuery(engagements.one(id));
  const [open, setOpen] = useState<EntryForm>();
  const one = query.data;
  return (
    <Page
      title={one?.need.title ?? t.engagements.one.fallback}
      back={{ to: '/pipeline', label: t.engagements.one.back }}
      aside={one && <CodeBadge table="engagementStages" code={one.stage} />}
      actions={one && <EngagementActions engagement={one} onOpen={setOpen} />}
    >
      <QueryView query={query} bones={6}>
        {(engagement) => <Contents engagement={engagement} onOpen={setOpen} />}
      </QueryView>
      {one && open && (
        <Suspense>
          <EntryForms engagement={one} form={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </Page>
  );
}

function Contents({
  engagement,
  onOpen,
}: {
  engagement: Engagement;
  onOpen(form: EntryForm): void;
}) {
  return (
    <Stack>
      <EngagementHead engagement={engagement} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Stack gap="sm">
            <NextSteps engagement={engagement} />
            <Visits
              engagement={engagement}
              onReport={(visitId) => onOpen({ name: 'report', visitId })}
            />
            <Agreements engagement={engagement} />
            <Outcomes engagement={engagement} />
            <Ndas engagement={engagement} />
            <Files engagement={engagement} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <TimelineView
            engagement={engagement}
            onHeld={(meetingId) => onOpen({ name: 'held', meetingId })}
          />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
