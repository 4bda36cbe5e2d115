import { type Connection, Schema } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { Import, RowError } from './import.ts';

export function importModel(db: Connection) {
  return documentModel<Import>(db, 'imports', [
    [{ 'by.id': 1, _id: 1 }],
    [{ district: 1, _id: 1 }],
    [{ organizationId: 1, _id: 1 }],
    [{ 'file.id': 1 }],
    [{ status: 1, _id: 1 }],
    [{ finishedAt: 1 }, { partialFilterExpression: { finishedAt: { $exists: true } } }],
  ]);
}

/** The faults of one batch of rows; its id is import and first row, so writing twice is once. */
export interface ErrorBatch {
  _id: string;
  importId: string;
  row: number;
  errors: RowError[];
}

export function importErrorModel(db: Connection) {
  const schema = new Schema<ErrorBatch>(
    { _id: String },
    { strict: false, versionKey: false, autoIndex: false },
  );
  schema.index({ importId: 1, row: 1 });
  return db.model<ErrorBatch>('import_errors', schema, 'import_errors');
}
