import type { Clock } from '../../clock.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import { unattachedForMs } from './file.ts';
import type { FileContent } from './file-content.ts';
import type { FileStore } from './file-store.ts';

/** Removes uploads that nothing took up within a day, and what crashed uploads left behind. */
export function fileSweep(parts: {
  files: FileStore;
  content: FileContent;
  clock: Clock;
  /** Other owners of content, such as imports. */
  isOwned(id: string): Promise<boolean>;
}): Repair {
  const { files, content, clock, isOwned } = parts;
  return {
    name: 'files',
    async run(signal) {
      const now = clock.now();
      const before = new Date(now.getTime() - unattachedForMs);
      for await (const { _id } of files.unattached(before)) {
        if (signal.aborted) return;
        await content.disown(_id, now);
        if (await files.forget(_id, before)) await content.remove(_id);
        else await content.owned(_id);
      }
      const owned = async (id: string) =>
        (await files.revision(id)) !== null || (await isOwned(id));
      await content.sweep(before, owned, signal);
    },
  };
}
