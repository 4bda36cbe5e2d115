import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { VectorsOf } from './candidate-index.ts';
import { openInProcessIndex } from './in-process-index.ts';
import type { IndexedCollection } from './match-indexer.ts';
import { capabilitySource, type MatchSource, needSource } from './match-sources.ts';
import { withMeaning } from './meaning-index.ts';
import { createMeilisearchIndex } from './meilisearch-index.ts';
import { createMeilisearchServer } from './meilisearch-server.ts';
import type { OpenMeaning } from './open-meaning.ts';
import type { Segmenter } from './segmenter.ts';

/**
 * The two indexes, on the search server that the configuration names or in this process, with
 * where their documents come from, and with meanings beside the words where there are some.
 */
export async function openCollections(parts: {
  config: Pick<Config, 'meili' | 'dataDir' | 'namespace'>;
  segmenter: Segmenter;
  capabilities: CapabilityStore;
  needs: NeedStore;
  clock: Clock;
  meaning: OpenMeaning | undefined;
}): Promise<{ capabilities: IndexedCollection; needs: IndexedCollection }> {
  const { config, segmenter, clock, meaning } = parts;
  const { meili, dataDir, namespace } = config;

  const server = meili && createMeilisearchServer({ ...meili, namespace });

  async function open(
    name: string,
    kind: 'capability' | 'need',
    source: MatchSource,
  ): Promise<IndexedCollection> {
    const vectors = meaning?.vectors;
    const vectorsOf: VectorsOf = async (documents) =>
      (await vectors?.ofDocuments(kind, documents)) ?? [];
    if (server) {
      const uid = `${namespace}_${name}`;
      const keepsVectors = vectors !== undefined;
      return {
        index: createMeilisearchIndex({ server, uid, segmenter, keepsVectors }),
        source,
        vectorsOf,
      };
    }
    const snapshotFile = join(dataDir, 'search', `${name}.index`);
    const words = await openInProcessIndex({ segmenter, snapshotFile });
    if (vectors === undefined) return { index: words, source, vectorsOf };
    const index = withMeaning(words, {
      segmenter,
      read: source.some,
      since: (after) => vectors.since(kind, after),
      now: () => clock.now().getTime(),
    });
    return { index, source, vectorsOf };
  }

  const [capabilities, needs] = await Promise.all([
    open('capabilities', 'capability', capabilitySource(parts.capabilities)),
    open('needs', 'need', needSource(parts.needs)),
  ]);
  return { capabilities, needs };
}
