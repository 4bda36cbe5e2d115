import type { Connection } from 'mongoose';
import { documentModel, type IndexSpec } from '../../store/document-schema.ts';
import type { Agreement } from './agreement.ts';

/** A report reads one district's agreements of one side by the day that its basis picks. */
const reportIndexes: IndexSpec[] = ['buyer', 'seller'].flatMap((side) =>
  ['signedAt', 'registration.registeredAt', 'payments.paidAt'].map(
    (day): IndexSpec => [{ [`${side}.district`]: 1, [day]: 1 }],
  ),
);

export function agreementModel(db: Connection) {
  return documentModel<Agreement>(db, 'agreements', [
    ...reportIndexes,
    // The desk's few doubtful ones among all of a district.
    [
      { districts: 1, duplicateOf: 1, _id: 1 },
      { partialFilterExpression: { duplicateOf: { $exists: true } } },
    ],
    [{ districts: 1, _id: 1 }],
    [{ districts: 1, status: 1, _id: 1 }],
    [{ districts: 1, status: 1, registrationDueOn: 1, _id: 1 }],
    [{ signedAt: -1, _id: -1 }],
    [{ organizationIds: 1, _id: 1 }],
    [{ brokerIds: 1, _id: 1 }],
    [{ engagementId: 1, _id: 1 }, { partialFilterExpression: { engagementId: { $exists: true } } }],
    [
      { registeredNumber: 1 },
      { unique: true, partialFilterExpression: { registeredNumber: { $exists: true } } },
    ],
    [{ likeness: 1 }, { partialFilterExpression: { likeness: { $exists: true } } }],
    [{ duplicateOf: 1 }, { partialFilterExpression: { duplicateOf: { $exists: true } } }],
    [
      { recordedFor: 1, externalId: 1 },
      { unique: true, partialFilterExpression: { externalId: { $exists: true } } },
    ],
  ]);
}
