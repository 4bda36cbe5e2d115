import { type Connection, Schema } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { ChunkKind, Report } from './report-published.ts';

export function reportModel(db: Connection) {
  return documentModel<Report>(db, 'reports', [
    [{ district: 1, _id: 1 }],
    [{ district: 1, measure: 1, basis: 1, flow: 1, from: 1, to: 1, edition: 1 }, { unique: true }],
  ]);
}

/** A stretch of a report's rows, so that no report is too long for a document. */
export interface Chunk {
  _id: string;
  reportId: string;
  kind: ChunkKind;
  n: number;
  /** The earlier publication that adjustments are about. */
  about?: string;
  items: unknown[];
  createdAt: Date;
}

export function chunkModel(db: Connection) {
  const schema = new Schema<Chunk>(
    { _id: { type: String, required: true } },
    { strict: false, versionKey: false, autoIndex: false, minimize: false },
  );
  schema.index({ reportId: 1, kind: 1, n: 1 });
  schema.index({ about: 1, _id: 1 }, { partialFilterExpression: { about: { $exists: true } } });
  return db.model<Chunk>('report_chunks', schema, 'report_chunks');
}
