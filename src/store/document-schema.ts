import { type Connection, type IndexDefinition, type IndexOptions, Schema } from 'mongoose';
import type { Stored } from './stored.ts';

export type IndexSpec = [IndexDefinition, IndexOptions?];

/**
 * A Mongoose model for documents whose shape zod has already parsed: Mongoose keeps the ids,
 * the collection and the indexes, and does not describe every field a second time.
 */
export function documentModel<T extends Stored>(
  db: Connection,
  collection: string,
  indexes: IndexSpec[],
) {
  const schema = new Schema<T>(
    { _id: { type: String, required: true } },
    { strict: false, strictQuery: false, versionKey: false, minimize: false, autoIndex: false },
  );
  for (const [fields, options] of [...commonIndexes, ...indexes]) schema.index(fields, options);
  return db.model<T>(collection, schema, collection);
}

const commonIndexes: IndexSpec[] = [
  [{ 'todo.topic': 1 }, { partialFilterExpression: { 'todo.topic': { $exists: true } } }],
  [
    { 'requests.key': 1 },
    { unique: true, partialFilterExpression: { 'requests.key': { $exists: true } } },
  ],
];
