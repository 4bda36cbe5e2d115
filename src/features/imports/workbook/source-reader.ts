import { RandomAccessReader } from 'yauzl';
import type { Source } from '../source.ts';

const blockBytes = 128 * 1024;

/** Lets the zip library read anywhere in a stored file, a block at a time. */
export class SourceReader extends RandomAccessReader {
  /** Why the file could not be read, where that was no fault of its content. */
  failure: unknown;
  readonly #source: Source;
  #block = Buffer.alloc(0);
  #start = 0;

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytes?: number) => void,
  ): void {
    this.#bytes(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error) => {
        this.failure = error;
        callback(error);
      },
    );
  }

  async #bytes(position: number, length: number): Promise<Buffer> {
    const at = position - this.#start;
    if (at >= 0 && at + length <= this.#block.length) return this.#block.subarray(at, at + length);
    const end = Math.min(this.#source.bytes, position + Math.max(length, blockBytes));
    const parts: Buffer[] = [];
    if (position < end) {
      for await (const chunk of this.#source.open({ start: position, end })) parts.push(chunk);
    }
    this.#block = Buffer.concat(parts);
    this.#start = position;
    return this.#block.subarray(0, length);
  }
}
