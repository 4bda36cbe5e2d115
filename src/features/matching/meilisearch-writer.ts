import type { CandidateDocument } from './candidate-index.ts';
import { MeilisearchTaskError } from './meilisearch-server.ts';
import type { Vector } from './vector.ts';

/** What is to become of one document: written with its vector, given another vector, or removed. */
export type Write = {
  id: string;
  document?: CandidateDocument;
  /** Null: taken away; undefined: not spoken of. */
  vector?: Vector | null | undefined;
};

type Batch = { writes: Map<string, Write>; done: Promise<void> };

const largestBatch = 1000;

/**
 * Gathers what is written while the server is busy into the next batch, since a task costs the same
 * for one document as for a hundred. Each resolves when its own batch is searchable.
 */
export function createMeilisearchWriter(commit: (writes: readonly Write[]) => Promise<void>) {
  let waiting: Batch | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** A batch holds a document once, so that the order of writes stays what it was. */
  function batchFor({ id }: Write): Batch {
    if (waiting && !waiting.writes.has(id) && waiting.writes.size < largestBatch) return waiting;
    const writes = new Map<string, Write>();
    const batch: Batch = { writes, done: Promise.resolve() };
    batch.done = last.then(() => {
      if (waiting === batch) waiting = undefined;
      return commit([...writes.values()]);
    });
    last = batch.done.catch(() => {});
    waiting = batch;
    return batch;
  }

  /** All that the server takes; rejects for what it refuses alone. */
  async function commitHalves(writes: readonly Write[]): Promise<void> {
    try {
      await commit(writes);
    } catch (error) {
      if (!(error instanceof MeilisearchTaskError) || writes.length === 1) throw error;
      const middle = Math.ceil(writes.length / 2);
      const halves = [writes.slice(0, middle), writes.slice(middle)];
      throwFirst(await Promise.allSettled(halves.map(commitHalves)));
    }
  }

  return async (writes: readonly Write[]): Promise<void> => {
    const batches = new Map<Batch, Write[]>();
    for (const write of writes) {
      const batch = batchFor(write);
      batch.writes.set(write.id, write);
      batches.set(batch, [...(batches.get(batch) ?? []), write]);
    }
    const ended = await Promise.allSettled(
      [...batches].map(async ([batch, own]) => {
        try {
          await batch.done;
        } catch (error) {
          // One document that is refused must not keep the others of its batch out.
          if (!(error instanceof MeilisearchTaskError) || batch.writes.size === 1) throw error;
          await commitHalves(own);
        }
      }),
    );
    throwFirst(ended);
  };
}

function throwFirst(ended: readonly PromiseSettledResult<unknown>[]): void {
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
