import type * as z from 'zod';
import type {
  BoardAnswer,
  EngagementAnswer,
  engagementBody,
  engagementPatch,
} from '../../features/engagements/engagement-schema.ts';
import { resource } from './resource.ts';

export type { EngagementAnswer };
export type Engagement = EngagementAnswer;
export type TimelineEntry = NonNullable<Engagement['timeline']>[number];

/** 看板: columns by stage, each with its first cards and how many there are. */
export type EngagementBoard = BoardAnswer;
export type BoardColumn = BoardAnswer['columns'][number];
/** What a card, a move and a turn need to know of an engagement. */
export type BoardCard = BoardColumn['items'][number];

export type EngagementChange = z.input<typeof engagementPatch>;

export const engagements = resource<
  EngagementAnswer,
  z.input<typeof engagementBody>,
  EngagementChange
>('/engagements');
