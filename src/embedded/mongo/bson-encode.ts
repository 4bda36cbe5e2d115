import { ObjectId, serialize } from 'bson';
import type { Doc } from './bson-decode.ts';

/** BSON bytes of a stored document. */
export function encodeDocument(doc: Doc): Buffer {
  const bytes = serialize(doc);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** BSON bytes of a reply: fields that are undefined are left out. */
export function encodeReply(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The document with `_id` as its first field, as the server stores it; a missing one is made. */
export function withIdFirst(doc: Doc): Doc {
  if (Object.keys(doc)[0] === '_id') return doc;
  const { _id = new ObjectId(), ...rest } = doc;
  return { _id, ...rest };
}

const documentTag = 0x03;

/** The reply of a cursor command, built around documents that are encoded already. */
export function encodeCursorReply(batch: string, id: unknown, ns: string, docs: Buffer[]): Buffer {
  const tail = encodeDocument({ id, ns });
  const okay = encodeDocument({ ok: 1 });
  let arrayLength = 5;
  for (let i = 0; i < docs.length; i++) arrayLength += 2 + String(i).length + docs[i]!.length;
  const cursorLength = 4 + 1 + batch.length + 1 + arrayLength + (tail.length - 5) + 1;
  const total = 4 + 1 + 7 + cursorLength + (okay.length - 5) + 1;
  const out = Buffer.allocUnsafe(total);
  let at = out.writeInt32LE(total, 0);
  out[at++] = documentTag;
  at += out.write('cursor\0', at, 'latin1');
  at = out.writeInt32LE(cursorLength, at);
  out[at++] = 0x04;
  at += out.write(`${batch}\0`, at, 'latin1');
  at = out.writeInt32LE(arrayLength, at);
  for (let i = 0; i < docs.length; i++) {
    out[at++] = documentTag;
    at += out.write(`${i}\0`, at, 'latin1');
    at += docs[i]!.copy(out, at);
  }
  out[at++] = 0;
  at += tail.copy(out, at, 4, tail.length - 1);
  out[at++] = 0;
  at += okay.copy(out, at, 4, okay.length - 1);
  out[at++] = 0;
  return out;
}
