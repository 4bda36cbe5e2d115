import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Actor } from '../access/actor.ts';
import { invalidField } from '../errors.ts';
import { canonicalJson } from '../schema/canonical-json.ts';

/** One to 200 visible ASCII characters. */
export const repeatKeyPattern = /^[\x21-\x7e]{1,200}$/;

/** A revision, in quotes or bare, or `*` for any. */
export const revisionPattern = /^(?:\*|(?:W\/)?"?(\d{1,15})"?)$/;

/** What marks a repeatable request: who, where, which key, and a hash of what was sent. */
export function repeatOf(req: Request, actor: Actor, key: string): { key: string; hash: string } {
  if (!repeatKeyPattern.test(key)) {
    throw invalidField('Idempotency-Key', 'invalid', 'One to 200 visible ASCII characters.');
  }
  const hash = createHash('sha256')
    .update(canonicalJson(req.body ?? null))
    .digest('base64url');
  return { key: `${actor.id} ${req.method} ${req.path} ${key}`, hash };
}

/** The revision that the caller has read; `undefined` where any will do. */
export function ifMatchOf(req: Request): number | undefined {
  const header = req.headers['if-match'];
  if (header === undefined) return undefined;
  const found = revisionPattern.exec(header);
  if (!found) {
    throw invalidField('If-Match', 'invalid', 'Give the revision in quotes: If-Match: "3".');
  }
  return found[1] === undefined ? undefined : Number(found[1]);
}
