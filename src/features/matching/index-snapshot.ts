import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import v8 from 'node:v8';
import { crc32 } from 'node:zlib';
import type { IndexDump } from './index-core.ts';
import type { SpaceDump } from './token-space.ts';
import { indexTuning } from './tuning.ts';

const magic = 'DAQIAO-INDEX';

/** A snapshot is of use only to the code that tokenises and weighs as the one that wrote it did. */
const format = `${magic} 1 tuning ${indexTuning.version}`;

/**
 * Writes beside the file, flushes, and renames, so that a crash leaves the old snapshot or the
 * new one. Layout: one text line (format, checksum and size of the rest), then a V8 value.
 */
export async function writeIndexSnapshot(file: string, dump: IndexDump): Promise<void> {
  const body = v8.serialize({
    rows: dump.rows,
    words: packSegment(dump.words, [...dump.words.segment.terms.keys()].join('\n')),
    bigrams: packSegment(dump.bigrams, Int32Array.from(dump.bigrams.segment.terms.keys())),
    characters: packSegment(dump.characters, Int32Array.from(dump.characters.segment.terms.keys())),
  });
  const header = Buffer.from(`${format} ${crc32(body)} ${body.length}\n`);
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writev([header, body]);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

/** The snapshot, or undefined when there is none, or none that this version can trust. */
export async function readIndexSnapshot(file: string): Promise<IndexDump | undefined> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return undefined;
  const end = content.indexOf(10);
  const body = content.subarray(end + 1);
  const header = content.subarray(0, Math.max(0, end)).toString();
  if (header !== `${format} ${crc32(body)} ${body.length}`) {
    await rm(file, { force: true });
    return undefined;
  }
  const stored = v8.deserialize(body) as PackedDump;
  return {
    rows: stored.rows,
    words: unpackSegment(stored.words, stored.words.terms.split('\n')),
    bigrams: unpackSegment(stored.bigrams, stored.bigrams.terms),
    characters: unpackSegment(stored.characters, stored.characters.terms),
  };
}

type Packed<T> = {
  terms: T;
  offsets: Uint32Array;
  documents: Uint32Array;
  frequencies: Uint8Array;
  size: number;
  lengths: Uint16Array;
};
type PackedDump = {
  rows: IndexDump['rows'];
  words: Packed<string>;
  bigrams: Packed<Int32Array>;
  characters: Packed<Int32Array>;
};

function packSegment<K, T>(dump: SpaceDump<K>, terms: T): Packed<T> {
  const { offsets, documents, frequencies, size } = dump.segment;
  return { terms, offsets, documents, frequencies, size, lengths: dump.lengths };
}

function unpackSegment<K>(packed: Packed<unknown>, keys: Iterable<K>): SpaceDump<K> {
  const terms = new Map<K, number>();
  for (const key of keys) terms.set(key, terms.size);
  const { offsets, documents, frequencies, size, lengths } = packed;
  return { segment: { terms, offsets, documents, frequencies, size }, lengths };
}
