import { encodeCursorReply } from '../bson-encode.ts';
import type { Batch } from '../cursors.ts';

export function cursorReply(batchName: 'firstBatch' | 'nextBatch', batch: Batch): Buffer {
  return encodeCursorReply(batchName, batch.id, batch.ns, batch.docs);
}
