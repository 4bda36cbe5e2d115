import type {
  EngagementAnswer,
  EngagementInput,
} from '../../features/engagements/engagement-schema.ts';
import { resource } from './resource.ts';

export type { EngagementAnswer };

export const engagements = resource<EngagementAnswer, EngagementInput>('/engagements');
