import type { Model } from 'mongoose';
import type { RequestMark, Stored } from './stored.ts';

/** Thrown by a store when the same Idempotency-Key has already done this command. */
export class RepeatedRequest extends Error {
  constructor() {
    super('This request was already carried out.');
  }
}

/** How long an Idempotency-Key is remembered. */
const requestMemoryMs = 24 * 60 * 60 * 1000;

export interface RequestMemory {
  find(key: string, now: Date): Promise<{ id: string; mark: RequestMark } | null>;
  /** Forgets what is too old to be asked for again. */
  forget(now: Date): Promise<void>;
  /** Keeps the first answer; a crash before it is kept costs only the answer's exact wording. */
  keep(id: string, key: string, answer: { status: number; body: string }): Promise<void>;
}

/** Finds the document inside which a command kept its Idempotency-Key. */
export function requestMemory(model: Model<Stored>): RequestMemory {
  return {
    async find(key, now) {
      const doc = (await model
        .findOne({ 'requests.key': key }, { requests: 1 })
        .lean()) as unknown as { _id: string; requests: RequestMark[] } | null;
      const mark = doc?.requests.find((one) => one.key === key);
      if (!doc || !mark) return null;
      if (now.getTime() - mark.at.getTime() < requestMemoryMs) return { id: doc._id, mark };
      await model.collection.updateOne(
        { _id: doc._id } as never,
        { $pull: { requests: { key } } } as never,
      );
      return null;
    },
    async forget(now) {
      const old = { at: { $lt: new Date(now.getTime() - requestMemoryMs) } };
      await model.collection.updateMany(
        { 'requests.key': { $exists: true }, requests: { $elemMatch: old } } as never,
        { $pull: { requests: old } } as never,
      );
    },
    async keep(id, key, answer) {
      await model.collection.updateOne(
        { _id: id, 'requests.key': key } as never,
        { $set: { 'requests.$.answer': answer } } as never,
      );
    },
  };
}
