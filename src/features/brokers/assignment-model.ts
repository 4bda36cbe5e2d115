import type { Connection } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { Assignment } from './assignment.ts';

export function assignmentModel(db: Connection) {
  return documentModel<Assignment>(db, 'assignments', [
    // One assignment a need, for ever: what makes two leads impossible.
    [{ needId: 1 }, { unique: true }],
    [{ district: 1, status: 1, _id: 1 }],
    // The desk's heaps with a clock, what runs out first.
    [
      { district: 1, status: 1, due: 1, _id: 1 },
      { partialFilterExpression: { due: { $exists: true } } },
    ],
    [{ district: 1, _id: 1 }],
    [{ brokerId: 1, status: 1, _id: 1 }],
    [{ organizationId: 1, _id: 1 }],
    [{ status: 1, due: 1, _id: 1 }],
    [{ 'turns.brokerId': 1 }],
  ]);
}
