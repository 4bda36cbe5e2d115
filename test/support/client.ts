import type { Actor } from '../../src/access/actor.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

export interface Client {
  actor: Actor | null;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Any request at all, for what the four above cannot say. */
  send(path: string, init: RequestInit): Promise<Answer>;
}

/** Speaks to the service over HTTP as any program would; paths are under `/api/v1`. */
export function createClient(
  url: string,
  headers: Record<string, string> = {},
  actor: Actor | null = null,
): Client {
  async function send(path: string, init: RequestInit): Promise<Answer> {
    const address =
      path.startsWith('/api') || path.startsWith('!') ? path.replace('!', '') : `/api/v1${path}`;
    const response = await fetch(url + address, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: json && text !== '' ? JSON.parse(text) : text,
    };
  }
  const sendJson =
    (method: string) =>
    (path: string, body?: unknown, more = {}) =>
      send(path, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...more },
      });
  return {
    actor,
    send,
    get: (path) => send(path, { method: 'GET' }),
    post: sendJson('POST'),
    patch: sendJson('PATCH'),
    delete: (path) => send(path, { method: 'DELETE' }),
  };
}
