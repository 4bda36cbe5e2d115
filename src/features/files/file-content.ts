import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import mongoose, { type Connection } from 'mongoose';
import { AppError } from '../../errors.ts';
import { RepeatedRequest } from '../../store/request-memory.ts';
import { sniffBytes } from './sniff.ts';

export type FileContent = ReturnType<typeof createFileContent>;

/** What was measured while the content streamed in. */
export interface SavedContent {
  id: string;
  bytes: number;
  sha256: string;
  head: Buffer;
}

const chunkSizeBytes = 512 * 1024;

/**
 * The bytes of files, in GridFS. Each upload is announced before its first byte, so that whatever
 * a crash leaves behind is found by id and not by searching all chunks.
 */
export function createFileContent(db: Connection) {
  const bucket = new mongoose.mongo.GridFSBucket(db.db!, { bucketName: 'content' });
  const pending = db.collection<{ _id: string; at: Date }>('content.pending');
  const key = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  async function remove(id: string): Promise<void> {
    await bucket.delete(key(id)).catch((error: Error) => {
      if (!/File not found/i.test(error.message)) throw error;
    });
    await pending.deleteOne({ _id: id });
  }

  async function write(id: string, source: Readable): Promise<SavedContent> {
    const upload = bucket.openUploadStreamWithId(key(id), id, { chunkSizeBytes });
    upload.on('error', () => {});
    const hash = createHash('sha256');
    const heads: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        hash.update(chunk);
        if (bytes < sniffBytes) heads.push(chunk.subarray(0, sniffBytes - bytes));
        bytes += chunk.length;
        await written((done) => upload.write(chunk, done));
      }
      await written((done) => upload.end(done));
    } catch (error) {
      await upload.abort().catch(() => {});
      throw error;
    }
    return { id, bytes, sha256: hash.digest('hex'), head: Buffer.concat(heads) };
  }

  return {
    /** Stores a stream under a new id; after a failure nothing of it is left. */
    async save(id: string, source: Readable, at: Date): Promise<SavedContent> {
      await pending.insertOne({ _id: id, at });
      try {
        return await write(id, source);
      } catch (error) {
        await remove(id);
        throw error;
      }
    },

    /** The document that owns the content is written; unsaid by a crash, the sweep finds out. */
    async owned(id: string): Promise<void> {
      await pending.deleteOne({ _id: id }).catch(() => {});
    },

    /** Its owner was refused, so nothing is left; an error of unknown outcome is the sweep's. */
    async refused(id: string, error: unknown): Promise<void> {
      if (error instanceof AppError || error instanceof RepeatedRequest) await remove(id);
    },

    remove,

    /** Announces that the owner is about to go, so that a crash in between leaves no stray. */
    async disown(id: string, at: Date): Promise<void> {
      await pending.updateOne({ _id: id }, { $set: { at } }, { upsert: true });
    },

    /** All of it, or a range whose `end` is the first byte that is no longer wanted. */
    open: (id: string, range?: { start: number; end: number }): Readable =>
      bucket.openDownloadStream(key(id), range),

    /** Removes what was announced before a moment and has no owner. */
    async sweep(before: Date, isOwned: (id: string) => Promise<boolean>, signal: AbortSignal) {
      for await (const { _id } of pending.find({ at: { $lt: before } })) {
        if (signal.aborted) return;
        if (await isOwned(_id)) await pending.deleteOne({ _id });
        else await remove(_id);
      }
    },
  };
}

function written(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}
