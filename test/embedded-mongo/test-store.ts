import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import {
  type EmbeddedMongo,
  type EmbeddedMongoOptions,
  startEmbeddedMongo,
} from '../../src/embedded/mongo/start.ts';

export interface TestStore {
  folder: string;
  store: EmbeddedMongo;
  client: mongo.MongoClient;
  db: mongo.Db;
  close(): Promise<void>;
}

/** A store of its own in a temporary folder, with a connected client. */
export async function openTestStore(
  options: Partial<EmbeddedMongoOptions> = {},
): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'em-'));
  const store = await startEmbeddedMongo({
    dataDir: join(folder, 'data'),
    socketPath: join(folder, 's.sock'),
    ...options,
  });
  const client = await mongo.MongoClient.connect(store.uri);
  return {
    folder,
    store,
    client,
    db: client.db('test'),
    async close() {
      await client.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The error that a promise is rejected with; fails the test where it is not. */
export async function rejection(promise: Promise<unknown>): Promise<Record<string, never> & Error> {
  try {
    await promise;
  } catch (error) {
    return error as Record<string, never> & Error;
  }
  throw new Error('expected a rejection');
}
