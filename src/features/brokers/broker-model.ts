import type { Connection } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { Broker } from './broker.ts';

export function brokerModel(db: Connection) {
  return documentModel<Broker>(db, 'brokers', [
    [{ district: 1, _id: 1 }],
    [{ 'claims.needId': 1 }],
    [
      { district: 1, externalId: 1 },
      { unique: true, partialFilterExpression: { externalId: { $exists: true } } },
    ],
  ]);
}
