import { type Connection, Schema } from 'mongoose';
import { authCollections } from './auth.ts';
import type { Link } from './link.ts';

/**
 * What a person proves themselves with: the row that better-auth calls an account, under the
 * person's own id, and beside the password the one-time link that may set it.
 */
export interface Credential {
  _id: string;
  userId: string;
  accountId: string;
  providerId: 'credential';
  password?: string;
  passwordAt?: Date;
  link?: Link;
  createdAt: Date;
  updatedAt: Date;
}

export type CredentialStore = ReturnType<typeof createCredentialStore>;

export function createCredentialStore(db: Connection) {
  const schema = new Schema<Credential>(
    { _id: String },
    { strict: false, versionKey: false, minimize: false, autoIndex: false },
  );
  schema.index(
    { 'link.hash': 1 },
    { unique: true, partialFilterExpression: { 'link.hash': { $exists: true } } },
  );
  const model = db.model<Credential>('credential', schema, authCollections.account);

  async function update(filter: object, change: object, upsert = false): Promise<boolean> {
    const result = await model.collection.updateOne(filter as never, change as never, { upsert });
    return result.matchedCount + result.upsertedCount === 1;
  }

  /** Writes where the filter holds; where it does not, the row is there and stays as it is. */
  async function ensure(userId: string, filter: object, change: object, now: Date) {
    const first = {
      userId,
      accountId: userId,
      providerId: 'credential',
      createdAt: now,
    };
    try {
      await update({ _id: userId, ...filter }, { ...change, $setOnInsert: first }, true);
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error;
    }
  }

  return {
    model,

    async of(userId: string): Promise<Credential | null> {
      return (await model.findById(userId).lean()) as Credential | null;
    },

    /** Opens this link, unless one of since then is open or a password was set since then. */
    ensureLink: (userId: string, since: Date, link: Link, now: Date) =>
      ensure(
        userId,
        {
          passwordAt: { $not: { $gte: since } },
          $nor: [{ 'link.createdAt': { $gte: since }, 'link.expiresAt': { $gt: now } }],
        },
        { $set: { link, updatedAt: now }, $unset: { password: 1, passwordAt: 1 } },
        now,
      ),

    /** Sets the first password since then; a second one changes nothing. */
    ensurePassword: (userId: string, since: Date, password: string, now: Date) =>
      ensure(
        userId,
        { passwordAt: { $not: { $gte: since } } },
        { $set: { password, passwordAt: now, updatedAt: now }, $unset: { link: 1 } },
        now,
      ),

    /** Whose open link this is. */
    async findByLink(hash: string, now: Date): Promise<Credential | null> {
      const filter = { 'link.hash': hash, 'link.expiresAt': { $gt: now } };
      return (await model.findOne(filter).lean()) as Credential | null;
    },

    /** Uses the link up and sets the password in one write: of two at once, one succeeds. */
    useLink: (hash: string, password: string, now: Date) =>
      update(
        { 'link.hash': hash, 'link.expiresAt': { $gt: now } },
        { $set: { password, passwordAt: now, updatedAt: now }, $unset: { link: 1 } },
      ),

    /** Sets another password if the one that was checked is still the one kept. */
    changePassword: (userId: string, from: string, to: string, now: Date) =>
      update(
        { _id: userId, password: from },
        { $set: { password: to, passwordAt: now, updatedAt: now } },
      ),

    /** Upkeep: links that nobody used in time. */
    async dropExpiredLinks(now: Date): Promise<void> {
      await model.collection.updateMany(
        { 'link.expiresAt': { $lte: now } } as never,
        { $unset: { link: 1 } } as never,
      );
    },
  };
}
