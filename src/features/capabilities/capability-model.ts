import type { Connection } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { Capability } from './capability.ts';

export function capabilityModel(db: Connection) {
  return documentModel<Capability>(db, 'capabilities', [
    [{ status: 1, visibility: 1, _id: 1 }],
    [{ district: 1, _id: 1 }],
    [{ organizationId: 1, _id: 1 }],
    [{ field: 1, _id: 1 }],
    [{ stage: 1, _id: 1 }],
    [{ externalId: 1 }, { partialFilterExpression: { externalId: { $exists: true } } }],
    [
      { organizationId: 1, externalId: 1 },
      { unique: true, partialFilterExpression: { externalId: { $exists: true } } },
    ],
  ]);
}
