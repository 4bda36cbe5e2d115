import type * as z from 'zod';
import type {
  AssignmentAnswer,
  CandidateAnswer,
  candidatesAnswer,
} from '../../features/brokers/assignment-schema.ts';
import { resource } from './resource.ts';

export type { AssignmentAnswer, CandidateAnswer };
export type Turn = AssignmentAnswer['history'][number];

export const assignments = resource<AssignmentAnswer>('/assignments');

/** Whom the office may name for a need, and why not the others. */
export const candidatesFor = (id: string) =>
  assignments.below<z.output<typeof candidatesAnswer>>(id, 'candidates');
