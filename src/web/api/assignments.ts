import type { AssignmentAnswer } from '../../features/brokers/assignment-schema.ts';
import { resource } from './resource.ts';

export type { AssignmentAnswer };

export const assignments = resource<AssignmentAnswer>('/assignments');
