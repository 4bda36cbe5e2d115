import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { type Source, SourceError } from '../source.ts';
import { brokenWorkbook, tooBig } from './broken-workbook.ts';
import { SourceReader } from './source-reader.ts';

const mostParts = 10_000;
/** Inflated, the largest part: a sheet of a million rows is smaller. */
const mostBytes = 1024 * 1024 * 1024;
/** Sheets shrink to a tenth, the most monotonous ones to a 200th part; a bomb to a 1,000th. */
const mostRatio = 400;
const freeBytes = 8 * 1024 * 1024;

export type ZipParts = Awaited<ReturnType<typeof openZipParts>>;

/**
 * The parts of a zip, each read as a stream. Sizes are refused by what the directory says, and
 * held to that while they inflate.
 */
export async function openZipParts(source: Source) {
  const reader = new SourceReader(source);
  const parts = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromRandomAccessReaderPromise(reader, source.bytes, { autoClose: false });
    if (zip.entryCount > mostParts) throw tooBig('The workbook has too many parts');
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (!parts.has(name)) parts.set(name, entry);
    }
  } catch (error) {
    throw reader.failure ?? (error instanceof SourceError ? error : brokenWorkbook());
  }

  async function* read(entry: Entry, most: number): AsyncGenerator<Buffer> {
    const { compressedSize, uncompressedSize, compressionMethod } = entry;
    if (!entry.canDecodeFileData()) throw brokenWorkbook();
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (uncompressedSize > most || (uncompressedSize > freeBytes && ratio > mostRatio)) {
      throw tooBig('The workbook holds too much once it is unpacked');
    }
    const start = await startOf(entry);
    const raw = source.open({ start, end: start + compressedSize });
    let bytes = 0;
    let sum = 0;
    for await (const chunk of compressionMethod === 0 ? raw : inflated(raw)) {
      bytes += chunk.length;
      if (bytes > uncompressedSize) throw brokenWorkbook();
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (bytes !== uncompressedSize || sum !== entry.crc32) throw brokenWorkbook();
  }

  async function startOf(entry: Entry): Promise<number> {
    try {
      return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
    } catch {
      throw reader.failure ?? brokenWorkbook();
    }
  }

  return {
    has: (name: string) => parts.has(name.toLowerCase()),

    /** The bytes of a part; none when there is no such part. */
    async *open(name: string, most = mostBytes): AsyncGenerator<Buffer> {
      const entry = parts.get(name.toLowerCase());
      if (entry) yield* read(entry, most);
    },
  };
}

async function* inflated(raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  // An error of the source arrives through the last stream, where it is heard.
  pipeline(Readable.from(raw), inflate, () => {});
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw typeof code === 'string' && code.startsWith('Z_') ? brokenWorkbook() : error;
  }
}
