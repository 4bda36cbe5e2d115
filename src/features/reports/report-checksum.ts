import { createHash } from 'node:crypto';

/** JSON with sorted keys and without absent members: one text for one value (in the way of RFC 8785). */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join()}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join()}}`;
  }
  return JSON.stringify(value) ?? 'null';
};

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
