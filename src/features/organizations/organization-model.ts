import type { Connection } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { Organization } from './organization.ts';

export function organizationModel(db: Connection) {
  return documentModel<Organization>(db, 'organizations', [
    [{ kind: 1, district: 1, _id: 1 }],
    [{ district: 1, _id: 1 }],
    [{ name: 1, _id: 1 }],
    [
      { creditCode: 1 },
      { unique: true, partialFilterExpression: { creditCode: { $exists: true } } },
    ],
    [
      { district: 1, externalId: 1 },
      { unique: true, partialFilterExpression: { externalId: { $exists: true } } },
    ],
  ]);
}
