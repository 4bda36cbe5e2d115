import { type Doc, decodeDocument, skipCString } from './bson-decode.ts';

export const maxMessageBytes = 48_000_000;
const opMsg = 2013;
const opQuery = 2004;
const opReply = 1;

export interface Message {
  requestId: number;
  legacy: boolean;
  /** False for messages that want no answer (`w: 0`). */
  answer: boolean;
  body: Doc;
  /** Documents that came as sequences beside the body, still encoded. */
  sequences: Map<string, Buffer[]>;
}

/** Cuts a byte stream into messages; large messages are joined once, not at every chunk. */
export function createFramer(onMessage: (message: Buffer) => void, onError: (e: Error) => void) {
  let chunks: Buffer[] = [];
  let size = 0;
  let wanted = 0;
  return (chunk: Buffer): void => {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= 4) {
      if (wanted === 0) {
        if (chunks[0]!.length < 4) chunks = [Buffer.concat(chunks, size)];
        wanted = chunks[0]!.readInt32LE(0);
        if (wanted < 16 || wanted > maxMessageBytes) {
          onError(new Error(`message of ${wanted} bytes refused`));
          return;
        }
      }
      if (size < wanted) return;
      const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size);
      onMessage(all.subarray(0, wanted));
      size -= wanted;
      chunks = size > 0 ? [all.subarray(wanted)] : [];
      wanted = 0;
    }
  };
}

function readSequence(buf: Buffer, from: number, into: Map<string, Buffer[]>): number {
  const end = from + buf.readInt32LE(from);
  const nameEnd = skipCString(buf, from + 4);
  const docs: Buffer[] = [];
  let at = nameEnd;
  while (at < end) {
    const length = buf.readInt32LE(at);
    if (length < 5 || at + length > end) throw new Error('bad document sequence');
    docs.push(buf.subarray(at, at + length));
    at += length;
  }
  into.set(buf.toString('utf8', from + 4, nameEnd - 1), docs);
  return end;
}

/** Parses OP_MSG, and OP_QUERY for the greeting of drivers that do not know OP_MSG yet. */
export function parseMessage(buf: Buffer): Message {
  const requestId = buf.readInt32LE(4);
  const code = buf.readInt32LE(12);
  const sequences = new Map<string, Buffer[]>();
  if (code === opQuery) {
    const nameEnd = skipCString(buf, 20);
    const db = buf.toString('utf8', 20, nameEnd - 1).split('.')[0];
    const body = decodeDocument(buf, nameEnd + 8);
    const query = (body.$query as Doc | undefined) ?? body;
    return { requestId, legacy: true, answer: true, body: { ...query, $db: db }, sequences };
  }
  if (code !== opMsg) throw new Error(`unsupported opcode ${code}`);
  const flags = buf.readUInt32LE(16);
  const end = flags & 1 ? buf.length - 4 : buf.length;
  let body: Doc = {};
  let at = 20;
  while (at < end) {
    const kind = buf[at++];
    if (kind === 0) {
      body = decodeDocument(buf, at);
      at += buf.readInt32LE(at);
    } else if (kind === 1) at = readSequence(buf, at, sequences);
    else throw new Error(`unknown section kind ${kind}`);
  }
  return { requestId, legacy: false, answer: (flags & 2) === 0, body, sequences };
}

let nextId = 1;

/** The header that goes before an encoded reply document to the request it answers. */
export function replyHeader(message: Message, bodyLength: number): Buffer {
  const head = message.legacy ? 36 : 21;
  const out = Buffer.allocUnsafe(head);
  out.writeInt32LE(head + bodyLength, 0);
  out.writeInt32LE(nextId++ & 0x7fffffff, 4);
  out.writeInt32LE(message.requestId, 8);
  out.writeInt32LE(message.legacy ? opReply : opMsg, 12);
  if (message.legacy) {
    out.fill(0, 16, 36);
    out.writeInt32LE(8, 16);
    out.writeInt32LE(1, 32);
  } else {
    out.writeUInt32LE(0, 16);
    out[20] = 0;
  }
  return out;
}
