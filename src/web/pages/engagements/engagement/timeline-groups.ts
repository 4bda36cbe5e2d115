import type { TimelineKind } from '../../../../vocabulary.ts';

/** Kinds of entries as people look for them. */
export const timelineGroups = {
  talks: ['meeting', 'contact', 'step_done'],
  visits: ['visits_planned', 'visit_report'],
  stages: ['created', 'stage', 'lead', 'shares'],
  papers: ['nda', 'files'],
  results: ['outcome', 'agreement'],
} as const satisfies Record<string, readonly TimelineKind[]>;
export type TimelineGroup = keyof typeof timelineGroups;

export const isGroup = (name: string | null): name is TimelineGroup =>
  name !== null && Object.hasOwn(timelineGroups, name);
