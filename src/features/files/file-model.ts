import type { Connection } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { StoredFile } from './file.ts';

export function fileModel(db: Connection) {
  return documentModel<StoredFile>(db, 'files', [
    [{ uploadedBy: 1, _id: 1 }],
    [{ 'attachments.id': 1 }],
    [{ 'attachments.organizationIds': 1 }],
    [{ freeSince: 1 }, { partialFilterExpression: { freeSince: { $exists: true } } }],
  ]);
}
