import { isUtf8 } from 'node:buffer';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Looks at a whole file chunk by chunk and says how its text is encoded. */
export function encodingScan() {
  let first = Buffer.alloc(0);
  let carried = Buffer.alloc(0);
  let utf8 = true;
  const gb = gb18030Check();
  return {
    push(chunk: Buffer) {
      if (first.length < 3) first = Buffer.concat([first, chunk.subarray(0, 3)]);
      if (utf8) {
        const whole = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
        const cut = completeUtf8(whole);
        utf8 = isUtf8(whole.subarray(0, cut));
        carried = Buffer.from(whole.subarray(cut));
      }
      gb.push(chunk);
    },
    /** `damaged`: some bytes are no text in any encoding that we know. */
    end(): { encoding: TextEncoding; damaged: boolean } {
      if (first[0] === 0xff && first[1] === 0xfe) return { encoding: 'utf-16le', damaged: false };
      if (first[0] === 0xfe && first[1] === 0xff) return { encoding: 'utf-16be', damaged: false };
      const marked = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;
      const valid = utf8 && carried.length === 0;
      if (valid || marked || !gb.end()) return { encoding: 'utf-8', damaged: !valid };
      return { encoding: 'gb18030', damaged: false };
    },
  };
}

/** Where the last whole character ends: at most three bytes of a cut one are held back. */
function completeUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** GB 18030-2022 by its byte ranges: one, two or four bytes a character. */
function gb18030Check() {
  let at: 0 | 1 | 2 | 3 = 0;
  let valid = true;
  const lead = (byte: number) => byte >= 0x81 && byte <= 0xfe;
  const digit = (byte: number) => byte >= 0x30 && byte <= 0x39;
  return {
    push(chunk: Buffer) {
      for (let i = 0; valid && i < chunk.length; i++) {
        const byte = chunk[i]!;
        if (at === 0) {
          if (lead(byte)) at = 1;
          else valid = byte < 0x80;
        } else if (at === 1) {
          if (digit(byte)) at = 2;
          else {
            valid = byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;
            at = 0;
          }
        } else if (at === 2) {
          valid = lead(byte);
          at = 3;
        } else {
          valid = digit(byte);
          at = 0;
        }
      }
    },
    end: () => valid && at === 0,
  };
}
