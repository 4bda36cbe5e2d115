import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { CandidateIndex } from './candidate-index.ts';
import { openInProcessIndex } from './in-process-index.ts';
import { createMeilisearchIndex } from './meilisearch-index.ts';
import type { Segmenter } from './segmenter.ts';

/** The two indexes: on the search server that the configuration names, or in this process. */
export async function openIndexes(
  config: Pick<Config, 'meili' | 'dataDir' | 'namespace'>,
  segmenter: Segmenter,
): Promise<{ capabilityIndex: CandidateIndex; needIndex: CandidateIndex }> {
  const { meili, dataDir, namespace } = config;
  const open = (name: string) =>
    meili
      ? createMeilisearchIndex({ ...meili, uid: `${namespace}_${name}`, segmenter })
      : openInProcessIndex({ segmenter, snapshotFile: join(dataDir, 'search', `${name}.index`) });
  const [capabilityIndex, needIndex] = await Promise.all([open('capabilities'), open('needs')]);
  return { capabilityIndex, needIndex };
}
