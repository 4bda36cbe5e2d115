import type { Connection } from 'mongoose';
import { documentModel, type IndexSpec } from '../../store/document-schema.ts';
import type { Engagement } from './engagement.ts';

export function engagementModel(db: Connection) {
  return documentModel<Engagement>(db, 'engagements', indexes);
}

const present = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

const indexes: IndexSpec[] = [
  [
    { needId: 1, instituteId: 1 },
    { unique: true, partialFilterExpression: { open: true } },
  ],
  [{ needId: 1, _id: 1 }],
  // Columns of a board: what is due first at one stage.
  [{ districts: 1, stage: 1, nextDue: 1, _id: 1 }],
  [{ brokerId: 1, stage: 1, nextDue: 1, _id: 1 }],
  [{ 'shares.brokerId': 1, stage: 1, nextDue: 1, _id: 1 }],
  [{ districts: 1, _id: 1 }],
  [{ enterpriseId: 1, _id: 1 }],
  [{ instituteId: 1, _id: 1 }],
  [{ brokerId: 1, _id: 1 }],
  [{ 'shares.brokerId': 1, _id: 1 }],
  // Orders of lists; a row without the field has its place in them too.
  [{ nextDue: -1, _id: -1 }],
  [{ stageSince: -1, _id: -1 }],
  [{ remindOn: 1, _id: 1 }, present('remindOn')],
];
