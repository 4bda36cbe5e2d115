import type { Connection } from 'mongoose';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { createEmbedder, type Embedder } from './embeddings.ts';
import { createMeaningVectors, type MeaningVectors } from './meaning-vectors.ts';
import { createVectorStore } from './vector-store.ts';

export type OpenMeaning = { embedder: Embedder; vectors: MeaningVectors };

/** The embedding server that the configuration names, and the vectors made by it; or neither. */
export async function openMeaning(parts: {
  config: Pick<Config, 'embeddings'>;
  db: Connection;
  capabilities: CapabilityStore;
  needs: NeedStore;
  clock: Clock;
}): Promise<OpenMeaning | undefined> {
  const { config, db, ...shared } = parts;
  if (config.embeddings === undefined) return undefined;
  const { confidential, ...server } = config.embeddings;
  const embedder = createEmbedder(server);
  const store = createVectorStore(db);
  await store.createIndexes();
  return { embedder, vectors: createMeaningVectors({ ...shared, embedder, store, confidential }) };
}
