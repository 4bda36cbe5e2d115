import type { Connection } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { Need } from './need.ts';

export function needModel(db: Connection) {
  return documentModel<Need>(db, 'needs', [
    [{ district: 1, status: 1, _id: 1 }],
    // The desk's heaps, oldest first.
    [{ district: 1, status: 1, submittedAt: 1, _id: 1 }],
    [{ district: 1, _id: 1 }],
    [{ organizationId: 1, _id: 1 }],
    [{ status: 1, _id: 1 }],
    [
      { status: 1, expiresOn: 1, _id: 1 },
      { partialFilterExpression: { expiresOn: { $exists: true } } },
    ],
    // An order of lists, in which a row without the day has its place too.
    [{ expiresOn: -1, _id: -1 }],
    // The cohort of a period, and what was closed in it, for reports.
    [
      { district: 1, submittedAt: 1, _id: 1 },
      { partialFilterExpression: { submittedAt: { $exists: true } } },
    ],
    [{ district: 1, closedAt: 1 }, { partialFilterExpression: { closedAt: { $exists: true } } }],
    [{ brokerId: 1, _id: 1 }, { partialFilterExpression: { brokerId: { $exists: true } } }],
    [{ postedBy: 1, _id: 1 }, { partialFilterExpression: { onBehalf: { $exists: true } } }],
    [
      { organizationId: 1, externalId: 1 },
      { unique: true, partialFilterExpression: { externalId: { $exists: true } } },
    ],
  ]);
}
