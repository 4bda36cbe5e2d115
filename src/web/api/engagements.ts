import type * as z from 'zod';
import type {
  EngagementAnswer,
  engagementBody,
  engagementPatch,
} from '../../features/engagements/engagement-schema.ts';
import { resource } from './resource.ts';

export type { EngagementAnswer };
export type Engagement = EngagementAnswer;
export type TimelineEntry = NonNullable<Engagement['timeline']>[number];

export type EngagementChange = z.input<typeof engagementPatch>;

export const engagements = resource<
  EngagementAnswer,
  z.input<typeof engagementBody>,
  EngagementChange
>('/engagements');
