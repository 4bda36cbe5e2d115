import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A one-time link as it is kept: what is kept here lets nobody in. */
export interface Link {
  nonce: string;
  hash: string;
  createdAt: Date;
  expiresAt: Date;
}

const linkDays = 7;

/**
 * What the link carries: derived from a kept nonce and the service's secret, so that a repeated
 * request shows the same link again although the store never holds it.
 */
export function linkToken(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(`link ${nonce}`).digest('base64url');
}

export function newLink(secret: string, now: Date): Link {
  const nonce = randomBytes(16).toString('base64url');
  const expiresAt = new Date(now.getTime() + linkDays * 24 * 60 * 60 * 1000);
  return { nonce, hash: secretHash(linkToken(secret, nonce)), createdAt: now, expiresAt };
}

/** How random secrets are kept: they are long enough to need no slow hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
