import { type Connection, Schema } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import type { MatchDecision, MatchList } from './match.ts';

/** Lists are a projection: no history, no scope of their own, replaced as a whole. */
export function matchListModel(db: Connection) {
  const schema = new Schema<MatchList>(
    { _id: { type: String, required: true } },
    { strict: false, strictQuery: false, versionKey: false, minimize: false, autoIndex: false },
  );
  schema.index({ capabilityIds: 1 });
  schema.index({ madeAt: 1 });
  return db.model<MatchList>('match_lists', schema, 'match_lists');
}

export function matchDecisionModel(db: Connection) {
  return documentModel<MatchDecision>(db, 'match_decisions', [
    [{ needId: 1, _id: 1 }],
    [{ capabilityId: 1, _id: 1 }],
    [{ district: 1, _id: 1 }],
    [{ instituteId: 1, updatedAt: -1, _id: -1 }],
  ]);
}
