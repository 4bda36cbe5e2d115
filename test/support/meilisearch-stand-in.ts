import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type MeilisearchRequest = { method: string; path: string; body: unknown; key?: string };
type Failure = { status: 'failed' | 'canceled'; code: string };

export type MeilisearchStandIn = Awaited<ReturnType<typeof startMeilisearchStandIn>>;

/**
 * Records what the client asks and answers from a script: it shows what is sent, not what a real
 * server makes of it. The contract suite runs on a real one when MEILI_URL is set.
 */
export async function startMeilisearchStandIn() {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const sent: MeilisearchRequest = {
      method: request.method!,
      path: request.url!.split('?')[0]!,
      body: text === '' ? undefined : JSON.parse(text),
      key: request.headers.authorization,
    };
    if (!/^\/(tasks|keys)\b/.test(sent.path)) script.requests.push(sent);
    const [status, answer] = respond(sent);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });

  const fresh = () => ({
    /** Asked for since; tasks and keys apart. */
    requests: [] as MeilisearchRequest[],
    /** The documents of every index. */
    stored: [] as Record<string, unknown>[],
    indexes: new Set<string>(),
    settings: new Map<string, Record<string, unknown>>(),
    keys: new Map<string, Record<string, unknown>>(),
    updatedAt: new Date(0),
    /** Ends a task without success, by what was asked for. */
    fails: (_asked: MeilisearchRequest): Failure | undefined => undefined,
    tasks: [] as MeilisearchRequest[],
  });
  const script = fresh();

  const refuse = (status: number, code: string): [number, unknown] => [
    status,
    { message: 'no', code, type: 'invalid_request', link: '' },
  ];

  function respond(sent: MeilisearchRequest): [number, unknown] {
    const { method, path, body, key } = sent;
    const { stored, indexes, settings, keys, tasks, updatedAt } = script;
    const task = (type: string): [number, unknown] => {
      const taskUid = tasks.push(sent) - 1;
      return [202, { taskUid, indexUid: null, status: 'enqueued', type }];
    };
    if (path.startsWith('/keys')) {
      if (key !== 'Bearer master') return refuse(403, 'invalid_api_key');
      const made = keys.get(path.split('/')[2] ?? '');
      if (method === 'GET') return made ? [200, made] : refuse(404, 'api_key_not_found');
      const { uid } = body as { uid: string };
      keys.set(uid, { ...(body as object), key: 'made' });
      return [201, keys.get(uid)];
    }
    if (path.startsWith('/tasks/')) {
      const ended = script.fails(tasks[Number(path.split('/')[2])]!);
      const error = ended && { code: ended.code, message: 'refused', type: 'invalid', link: '' };
      return [200, { uid: 1, type: 'any', status: ended?.status ?? 'succeeded', error }];
    }
    if (path === '/indexes' && method === 'POST') {
      indexes.add((body as { uid: string }).uid);
      return task('indexCreation');
    }
    if (path === '/multi-search') {
      const { federation, queries } = body as { federation?: object; queries: object[] };
      const found = { hits: stored, estimatedTotalHits: stored.length };
      return [200, federation ? found : { results: queries.map(() => found) }];
    }
    if ((path.endsWith('/documents') && method === 'GET') || path.endsWith('/documents/fetch')) {
      return [200, { results: stored, total: stored.length, offset: 0, limit: 1000 }];
    }
    const uid = path.split('/')[2]!;
    if (method === 'GET' && !indexes.has(uid)) return refuse(404, 'index_not_found');
    if (path.endsWith('/settings') && method === 'GET') return [200, settings.get(uid) ?? {}];
    if (path.endsWith('/settings')) {
      settings.set(uid, { ...settings.get(uid), ...(body as object) });
      return task('settingsUpdate');
    }
    if (method === 'GET') return [200, { uid, primaryKey: 'id', createdAt: uid, updatedAt }];
    if (method === 'DELETE' && path.split('/').length === 3) indexes.delete(uid);
    return task(method);
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    /** May be looked at and changed at any time. */
    script,
    /** As if it had just been set up. */
    reset() {
      Object.assign(script, fresh());
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
