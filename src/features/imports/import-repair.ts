import type { Clock } from '../../clock.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { FileContent } from '../files/file-content.ts';
import { contentForMs } from './import.ts';
import { importJobName } from './import-service.ts';
import type { ImportStore } from './import-store.ts';

/** Queues imports that no living worker has, and lets go of rows that were read long ago. */
export function importRepair(parts: {
  imports: ImportStore;
  content: Pick<FileContent, 'remove'>;
  queues: Pick<Queues, 'add'>;
  clock: Clock;
}): Repair {
  const { imports, content, queues, clock } = parts;

  async function letGo(signal: AbortSignal) {
    const now = clock.now();
    const before = new Date(now.getTime() - contentForMs);
    for await (const { _id, file } of imports.spent(before)) {
      if (signal.aborted) return;
      await content.remove(file.id);
      await imports.dropped(_id, now);
    }
  }

  let started = false;

  return {
    name: 'imports',
    async run(signal) {
      await letGo(signal);
      const now = Date.now();
      // After a crash the lease of this very process may still stand: wait for its end just once.
      for await (const { _id, lease } of imports.unfinished(started ? new Date(now) : undefined)) {
        if (signal.aborted) return;
        // A killed worker's job still counts as active for a while, so this one needs its own id.
        const until = lease?.until.getTime();
        const id = until === undefined ? _id : `${_id}-${until}`;
        const delayMs = until === undefined ? 0 : Math.max(0, until - now + 100);
        await queues.add(importJobName, { id: _id }, { id, ...(delayMs > 0 && { delayMs }) });
      }
      started = true;
    },
  };
}
