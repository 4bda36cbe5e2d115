import { loadCodeTexts } from '../texts/code-text.ts';
import { Problem } from './problem.ts';

/** Values of a query; absent ones are left out, lists repeat the name. */
export type Query = Record<string, string | number | boolean | undefined | null>;

export interface CallOptions {
  query?: Query | undefined;
  body?: unknown;
  /** The revision that was read: the change is refused with 412 when there is a newer one. */
  ifMatch?: number | undefined;
  /** The same key for every attempt of one command, so that it happens once. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const base = '/api/v1';

export function addressOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.append(name, String(value));
  }
  const text = params.toString();
  return text === '' ? `${base}${path}` : `${base}${path}?${text}`;
}

/** A network that swallows a request tells nobody: after this long it is taken for lost. */
const patienceMs = 30_000;
const uploadPatienceMs = 300_000;

/** One call of the service; throws a `Problem` for every answer that is not a success. */
export async function call<A>(method: Method, path: string, options: CallOptions = {}): Promise<A> {
  const { query, body, ifMatch, idempotencyKey, signal } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  const given = new AbortController();
  const giveUp = () => given.abort();
  const timer = setTimeout(giveUp, form ? uploadPatienceMs : patienceMs);
  signal?.addEventListener('abort', giveUp);
  let problem: Problem;
  try {
    const response = await fetch(addressOf(path, query), {
      method,
      headers,
      signal: given.signal,
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    });
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as A;
    problem = await problemOf(response);
    await loadCodeTexts();
  } catch (error) {
    if (signal?.aborted) throw error;
    // What answers otherwise than in JSON is something between here and the service.
    problem = new Problem(0);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
  throw problem;
}

async function problemOf(response: Response): Promise<Problem> {
  const revision = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body, revision === undefined ? undefined : Number(revision));
}
