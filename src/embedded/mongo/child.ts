import { openEngine } from './engine.ts';
import { StoreRefusal } from './open-file.ts';
import { createWireServer, type Log } from './server.ts';
import type { Fsync } from './storage.ts';
import { startTtl } from './ttl.ts';

/** What the parent hears from the child over the process channel. */
export type ChildMessage =
  | { type: 'ready' }
  | { type: 'refused'; reason: string }
  | { type: 'log'; level: 'info' | 'warn' | 'error'; text: string };

function tell(message: ChildMessage): void {
  if (process.connected) process.send?.(message);
}

const log: Log = (level, text) => tell({ type: 'log', level, text });

async function main(): Promise<void> {
  const [dataDir, socketPath, fsync] = process.argv.slice(2) as [string, string, Fsync];
  const engine = openEngine(dataDir, fsync ?? 'normal');
  const server = createWireServer(engine, log);
  const ttl = startTtl(engine, log);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    ttl.stop();
    await server.close();
    engine.cursors.closeAll();
    engine.store.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  // A terminal's Ctrl-C reaches the whole group; the parent decides when this process goes.
  process.on('SIGINT', () => {});
  process.on('disconnect', stop);
  await server.listen(socketPath);
  tell({ type: 'ready' });
}

main().catch((error: Error) => {
  const reason =
    error instanceof StoreRefusal
      ? error.message
      : `The embedded store did not start: ${error.message}`;
  tell({ type: 'refused', reason });
  setTimeout(() => process.exit(1), 50);
});
