import type { ImportStore } from './import-store.ts';

/**
 * Shows that a worker lives while it has an import, and hears what happens to it meanwhile.
 * `cancelled`: stop where you are. `lost`: another worker has it, so write nothing more.
 */
export function watchImport(
  imports: Pick<ImportStore, 'pulse'>,
  id: string,
  token: string,
  times: { leaseMs: number; pulseMs: number },
) {
  const cancelled = new AbortController();
  const lost = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  async function beat() {
    try {
      const status = await imports.pulse(id, token, new Date(Date.now() + times.leaseMs));
      if (status === null) lost.abort();
      if (status === 'cancelled') cancelled.abort();
    } catch {
      // The store is away for a moment: the next write of the run itself will say so.
    }
    if (!ended) timer = setTimeout(beat, times.pulseMs);
  }
  timer = setTimeout(beat, times.pulseMs);

  return {
    cancelled: cancelled.signal,
    lost: lost.signal,
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
export type ImportWatch = ReturnType<typeof watchImport>;
