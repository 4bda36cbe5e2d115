import type { RankerAnswer } from '../../features/matching/ranker-schema.ts';
import { resource } from './resource.ts';

export type { RankerAnswer };

export const rankers = resource<RankerAnswer>('/rankers');
