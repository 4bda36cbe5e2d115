import { Agent, request as send } from 'node:http';

export interface Load {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: () => string;
}

/** Sends `total` requests, `atOnce` at a time, over kept connections; answers per second. */
export async function measureLoad(load: Load, total: number, atOnce: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let left = total;
  const lane = async () => {
    while (left-- > 0) await once(load, agent);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return total / seconds;
}

function once(load: Load, agent: Agent): Promise<void> {
  const body = load.body?.();
  return new Promise((resolve, reject) => {
    const outgoing = send(
      load.url,
      {
        agent,
        method: load.method,
        headers: {
          ...load.headers,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => {
          if (answer.statusCode! < 300) resolve();
          else reject(new Error(`${load.method} ${load.url} answered ${answer.statusCode}`));
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
