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

  return {
    name: 'imports',
    async run(signal) {
      await letGo(signal);
      for await (const { _id, lease } of imports.waiting(new Date())) {
        if (signal.aborted) return;
        // A killed worker's job still counts as active for a while, so this one needs its own id.
        const id = lease ? `${_id}-${lease.until.getTime()}` : _id;
        await queues.add(importJobName, { id: _id }, { id });
      }
    },
  };
}
