import { Long } from 'bson';
import { CommandError } from './errors.ts';

/** Documents of one reply: at most this many bytes, and 101 in a first batch, as MongoDB does. */
const batchBytes = 16 * 1024 * 1024;
const firstBatchDocs = 101;
const maxOpen = 5000;

export interface Cursor {
  ns: string;
  rows: Iterator<Buffer>;
  /** A row that was read but did not fit into the last batch. */
  held?: Buffer | undefined;
  lastUsed: number;
  /** A tailable cursor stays open at its end. */
  tailable: boolean;
}

export interface Batch {
  id: Long;
  ns: string;
  docs: Buffer[];
}

function fill(cursor: Cursor, wanted: number): { docs: Buffer[]; ended: boolean } {
  const docs: Buffer[] = [];
  let bytes = 0;
  while (docs.length < wanted) {
    let row = cursor.held;
    cursor.held = undefined;
    if (!row) {
      const next = cursor.rows.next();
      if (next.done) return { docs, ended: true };
      row = next.value;
    }
    bytes += row.length;
    if (bytes > batchBytes && docs.length > 0) {
      cursor.held = row;
      break;
    }
    docs.push(row);
  }
  return { docs, ended: false };
}

export type Cursors = ReturnType<typeof createCursors>;

/** Open cursors: each a generator that reads on when asked, so none holds a result set. */
export function createCursors(idleMs = 10 * 60_000) {
  const open = new Map<string, Cursor>();
  let next = Math.floor(Math.random() * 2 ** 40) + 1;

  function sweep(now: number): void {
    for (const [id, cursor] of open) {
      if (now - cursor.lastUsed > idleMs || open.size > maxOpen) close(id);
      else break;
    }
  }

  function close(id: string): boolean {
    const cursor = open.get(id);
    cursor?.rows.return?.();
    return open.delete(id);
  }

  function ends(cursor: Cursor): boolean {
    if (cursor.held) return false;
    const peek = cursor.rows.next();
    if (peek.done) return true;
    cursor.held = peek.value;
    return false;
  }

  return {
    open,
    sweep: () => sweep(Date.now()),
    /** Starts reading; the cursor is kept only where more is to come. */
    start(
      ns: string,
      rows: Iterator<Buffer>,
      batchSize?: number,
      single = false,
      tailable = false,
    ): Batch {
      const cursor: Cursor = { ns, rows, lastUsed: Date.now(), tailable };
      const { docs, ended } = fill(cursor, batchSize ?? firstBatchDocs);
      if (single || (ended && !tailable) || (!tailable && batchSize !== 0 && ends(cursor))) {
        cursor.rows.return?.();
        return { id: Long.ZERO, ns, docs };
      }
      sweep(cursor.lastUsed);
      const id = Long.fromNumber(next++);
      open.set(id.toString(), cursor);
      return { id, ns, docs };
    },
    more(id: Long, ns: string, batchSize?: number): Batch {
      const name = id.toString();
      const cursor = open.get(name);
      if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${name} not found`);
      if (cursor.ns !== ns) {
        throw new CommandError(
          'Unauthorized',
          `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`,
        );
      }
      // Moving it to the end keeps the map in order of use, which is what the sweep relies on.
      open.delete(name);
      cursor.lastUsed = Date.now();
      const { docs, ended } = fill(cursor, batchSize || Number.POSITIVE_INFINITY);
      if (!cursor.tailable && (ended || ends(cursor))) return { id: Long.ZERO, ns, docs };
      open.set(name, cursor);
      return { id, ns, docs };
    },
    kill: close,
    closeAll(): void {
      for (const id of [...open.keys()]) close(id);
    },
    closeNamespace(ns: string): void {
      for (const [id, cursor] of open) if (cursor.ns === ns) close(id);
    },
  };
}
