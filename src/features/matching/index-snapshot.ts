import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import type { IndexContent } from './index-core.ts';
import { type Column, contentOf, sectionsOf } from './snapshot-sections.ts';
import { indexTuning } from './tuning.ts';

/** A snapshot is of use only to the code that tokenises and weighs as the one that wrote it did. */
const format = `DAQIAO-INDEX 2 tuning ${indexTuning.version}`;

/** Bytes that are summed up and written between other work. */
const pieceBytes = 1 << 20;

const directorySchema = z.array(
  z.object({ name: z.string(), kind: z.string(), bytes: z.number(), sum: z.number() }),
);

/**
 * Writes beside the file, flushes, and renames, so that a crash leaves the old snapshot or the
 * new one. Layout: a line with the format, the directory's checksum and size; the directory; then
 * one section after the other.
 */
export async function writeIndexSnapshot(file: string, content: IndexContent): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    const sections = sectionsOf(content);
    const directory = [];
    for (const [name, { kind, bytes }] of sections) {
      directory.push({ name, kind, bytes: bytes.length, sum: await checksum(bytes) });
    }
    const listed = Buffer.from(JSON.stringify(directory));
    await handle.writeFile(`${format} ${crc32(listed)} ${listed.length}\n`);
    await handle.writeFile(listed);
    for (const { bytes } of sections.values()) {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        await handle.writeFile(bytes.subarray(at, at + pieceBytes));
      }
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

async function checksum(bytes: Uint8Array): Promise<number> {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    if (at > 0) await nextTurn();
    sum = crc32(bytes.subarray(at, at + pieceBytes), sum);
  }
  return sum;
}

/** The snapshot, or undefined when there is none, or none that this version can trust. */
export async function readIndexSnapshot(file: string): Promise<IndexContent | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    return await readContent(handle);
  } catch {
    await rm(file, { force: true });
    return undefined;
  } finally {
    await handle.close();
  }
}

async function readContent(handle: FileHandle): Promise<IndexContent> {
  const start = (await readBytes(handle, 0, Math.min(100, (await handle.stat()).size))).toString();
  const line = start.slice(0, start.indexOf('\n') + 1);
  const [sum, size] = line.slice(format.length).trim().split(' ').map(Number) as [number, number];
  if (!line.startsWith(`${format} `)) throw new Error('another format');
  const listed = await readBytes(handle, line.length, size);
  if (crc32(listed) !== sum) throw new Error('a damaged directory');
  const sections = new Map<string, Column>();
  let at = line.length + size;
  for (const section of directorySchema.parse(JSON.parse(listed.toString()))) {
    const bytes = await readBytes(handle, at, section.bytes);
    if ((await checksum(bytes)) !== section.sum) throw new Error(`a damaged ${section.name}`);
    sections.set(section.name, { kind: section.kind, bytes });
    at += section.bytes;
  }
  return contentOf(sections);
}

/** Into memory of its own, so that a segment merged away later frees it. */
async function readBytes(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.from(new ArrayBuffer(length));
  for (let at = 0; at < length; ) {
    const { bytesRead } = await handle.read(bytes, at, length - at, from + at);
    if (bytesRead === 0) throw new Error('a cut file');
    at += bytesRead;
  }
  return bytes;
}
