/** Resolves when the service answers, rejects when it does not. */
export type Probe = () => Promise<unknown>;

export interface ServiceHealth {
  state: 'up' | 'down';
  latencyMs: number;
  reason?: 'timeout' | 'error';
}

export interface Readiness {
  httpStatus: 200 | 503;
  body: { status: 'ready' | 'degraded' | 'not_ready'; services: Record<string, ServiceHealth> };
}

export interface Health {
  /** The process runs: a supervisor restarts it when even this fails. */
  live(): { status: 'ok' };
  /** Every backing service by name; the bodies say nothing of addresses or errors. */
  ready(): Promise<Readiness>;
}

export function createHealth(options: {
  probes: Readonly<Record<string, Probe>>;
  /** Services that it works without, if less well: while one is away it is degraded, yet ready. */
  optional?: Readonly<Record<string, Probe>>;
  timeoutMs?: number;
  onDown?(name: string, error: Error): void;
}): Health {
  const { probes, optional = {}, timeoutMs = 2_000, onDown } = options;
  let running: Promise<Readiness> | undefined;

  async function examine(): Promise<Readiness> {
    const entries = await Promise.all(
      Object.entries({ ...probes, ...optional }).map(
        async ([name, probe]) => [name, await ask(name, probe, timeoutMs, onDown)] as const,
      ),
    );
    const down = entries.filter(([, { state }]) => state === 'down').map(([name]) => name);
    const isReady = down.every((name) => name in optional);
    const whenReady = down.length === 0 ? 'ready' : 'degraded';
    return {
      httpStatus: isReady ? 200 : 503,
      body: { status: isReady ? whenReady : 'not_ready', services: Object.fromEntries(entries) },
    };
  }

  return {
    live: () => ({ status: 'ok' }),
    ready() {
      // Many who ask at once must not add to the load of a service that is slow already.
      running ??= examine().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function ask(
  name: string,
  probe: Probe,
  timeoutMs: number,
  onDown?: (name: string, error: Error) => void,
): Promise<ServiceHealth> {
  const begun = performance.now();
  const latency = () => Math.round((performance.now() - begun) * 10) / 10;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeoutMs);
  });
  try {
    // Started inside a promise, so that a probe that throws at once is down as well.
    const first = await Promise.race([Promise.resolve().then(probe), late]);
    if (first !== 'late') return { state: 'up', latencyMs: latency() };
    onDown?.(name, new Error(`${name} did not answer within ${timeoutMs} ms.`));
    return { state: 'down', latencyMs: latency(), reason: 'timeout' };
  } catch (error) {
    onDown?.(name, error as Error);
    return { state: 'down', latencyMs: latency(), reason: 'error' };
  } finally {
    clearTimeout(timer);
  }
}
