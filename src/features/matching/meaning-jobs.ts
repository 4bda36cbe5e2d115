import * as z from 'zod';
import { type Job, job } from '../../jobs/job.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { Embedder } from './embeddings.ts';
import type { MatchIndexer } from './match-indexer.ts';
import type { MatchService } from './match-service.ts';
import type { MeaningVectors } from './meaning-vectors.ts';

const vectorsJob = 'match-vectors';
const batch = 32;
const hourMs = 3_600_000;
/** A whole collection gets its vectors in many jobs: each list is made again for several of them. */
const gatherMs = 10_000;

export type MeaningWork = ReturnType<typeof createMeaningWork>;

/** Has vectors made where they are missing, and lists made again with them. */
export function createMeaningWork(parts: {
  embedder: Embedder;
  vectors: MeaningVectors;
  indexer: MatchIndexer;
  matches: MatchService;
  queues: Queues;
  refresh(needId: string, delayMs?: number): Promise<void>;
  now(): number;
}) {
  const { embedder, vectors, indexer, matches, queues, refresh, now } = parts;
  let comparedAt = 0;
  /** A job failed since the last comparison, so something is missing. */
  let owing = true;

  async function ask(kind: 'capability' | 'need', ids: readonly string[]): Promise<void> {
    const id = `${kind}-${ids[0]}-${ids.length}`;
    await queues.add(vectorsJob, { kind, ids }, { id });
  }

  async function askForAll(
    kind: 'capability' | 'need',
    missing: AsyncIterable<string>,
    signal: AbortSignal,
  ) {
    let ids: string[] = [];
    for await (const id of missing) {
      if (signal.aborted) return;
      if (ids.push(id) < batch) continue;
      await ask(kind, ids);
      ids = [];
    }
    if (ids.length > 0) await ask(kind, ids);
  }

  const makeVectors: Job = job({
    name: vectorsJob,
    queue: 'meaning',
    payload: z.object({ kind: z.enum(['capability', 'need']), ids: z.array(z.string()).min(1) }),
    // The client has tried three times already; the repair below goes on when the server is back.
    attempts: 1,
    async handle({ kind, ids }, { signal }) {
      try {
        if (kind === 'need') {
          for (const id of await vectors.makeForNeeds(ids, signal)) {
            await indexer.vectorsOfNeeds([id]);
            await refresh(id);
          }
        } else {
          const made = await vectors.makeForCapabilities(ids, signal);
          await indexer.vectorsOfCapabilities(made);
          const delayMs = ids.length > 1 ? gatherMs : undefined;
          for (const id of made) {
            for (const needId of await matches.needsTouchedBy(id)) await refresh(needId, delayMs);
          }
        }
      } catch (error) {
        owing = true;
        throw error;
      }
    },
  });

  const repair: Repair = {
    name: 'meaning',
    async run(signal) {
      const due = owing || now() - comparedAt >= hourMs || now() < comparedAt;
      if (!due) return;
      // While the server is away nothing is queued that can only fail.
      await embedder.probe();
      owing = false;
      await askForAll('need', vectors.missingNeeds(), signal);
      await askForAll('capability', vectors.missingCapabilities(), signal);
      if (signal.aborted) owing = true;
      else comparedAt = now();
    },
  };

  return {
    job: makeVectors,
    repair,
    askFor: (kind: 'capability' | 'need', id: string) => ask(kind, [id]),
  };
}
