import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../../errors.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page asks a signed-in browser for. A browser says where a
 * request comes from (Origin, Sec-Fetch-Site); a request that says nothing is a program's, which
 * carries no cookie but the one it was given.
 */
export function refuseForeignOrigin(
  req: { method: string; headers: IncomingHttpHeaders },
  publicUrl: string | undefined,
): void {
  if (safe.has(req.method) || isOurs(req.headers, publicUrl)) return;
  throw new AppError(403, 'wrong_origin', 'This request comes from another site.');
}

function isOurs(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin') return true;
  const from = headers.origin ?? headers.referer;
  if (from === undefined) return site === undefined || site === 'none';
  if (!URL.canParse(from)) return false;
  const { origin, host } = new URL(from);
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true;
  return host !== '' && host === headers.host;
}
