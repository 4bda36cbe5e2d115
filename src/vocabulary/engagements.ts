export const engagementStages = [
  'introduced',
  'meeting',
  'evaluating',
  'negotiating',
  'agreed',
  'delivering',
  'completed',
  'ended',
] as const;
export type EngagementStage = (typeof engagementStages)[number];

/** Sides of the table of an engagement. The bureau keeps the record and owns no next step. */
export const engagementSides = ['enterprise', 'institute', 'broker', 'other'] as const;
export type EngagementSide = (typeof engagementSides)[number];

export const outcomeKinds = ['months_saved', 'cost_saved_fen', 'revenue_fen', 'other'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** How somebody was reached. */
export const contactKinds = ['call', 'mail', 'message', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Who may read an entry: everybody on the engagement, or brokers and the bureau only. */
export const audiences = ['all', 'brokers'] as const;
export type Audience = (typeof audiences)[number];

/** What an entry of a timeline tells. */
export const timelineKinds = [
  'created',
  'stage',
  'meeting',
  'contact',
  'step_done',
  'visits_planned',
  'visit_report',
  'outcome',
  'nda',
  'files',
  'shares',
  'lead',
  'agreement',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Who planned a visit. */
export const visitSources = ['person', 'agreement'] as const;
export type VisitSource = (typeof visitSources)[number];
