import { type Connection, Schema } from 'mongoose';
import { authCollections } from './auth.ts';

/** The part of better-auth's session rows that we use ourselves. */
interface SessionRow {
  _id: string;
  userId: string;
  expiresAt: Date;
}

export type SessionStore = ReturnType<typeof createSessionStore>;

export function createSessionStore(db: Connection) {
  const schema = new Schema<SessionRow>(
    { _id: String },
    { strict: false, versionKey: false, autoIndex: false },
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  schema.index({ userId: 1 }, { name: 'sessions_userId_idx' });
  const model = db.model<SessionRow>('session', schema, authCollections.session);
  return {
    model,
    /** Ends every session of a person, or all but the one that asks for it. */
    async endAll(userId: string, exceptToken?: string): Promise<void> {
      await model.collection.deleteMany({
        userId,
        ...(exceptToken !== undefined && { token: { $ne: exceptToken } }),
      } as never);
    },
    /** Upkeep, where the server does not do it by the index alone. */
    async dropExpired(now: Date): Promise<void> {
      await model.collection.deleteMany({ expiresAt: { $lte: now } } as never);
    },
  };
}
