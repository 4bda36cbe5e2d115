import { createHash } from 'node:crypto';
import { canonicalJson } from '../../schema/canonical-json.ts';

/**
 * SHA-256 in hex over the canonical JSON of the head and then of every row, each ended by a line
 * feed, so that a report of any length is checked without holding it.
 */
export const createChecksum = (head: unknown) => {
  const hash = createHash('sha256').update(`${canonicalJson(head)}\n`);
  return {
    add: (row: unknown): void => void hash.update(`${canonicalJson(row)}\n`),
    digest: (): string => hash.digest('hex'),
  };
};

export const checksumOf = (head: unknown, rows: Iterable<unknown>): string => {
  const checksum = createChecksum(head);
  for (const row of rows) checksum.add(row);
  return checksum.digest();
};
