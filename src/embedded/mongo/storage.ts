import { openFile } from './open-file.ts';

export type Fsync = 'off' | 'normal' | 'full';

export type IndexRow = [key: Buffer, record: number, doc: Buffer];
export type RecordRow = [record: number, doc: Buffer];

export type Store = ReturnType<typeof openStore>;

/** Opens the file under `dataDir`; every statement that the store ever runs is prepared here once. */
export function openStore(dataDir: string, fsync: Fsync, patienceMs = 5000) {
  const db = openFile(dataDir, patienceMs);
  db.exec(`PRAGMA synchronous = ${fsync}`);
  db.exec('PRAGMA cache_size = -16384');
  db.exec('PRAGMA temp_store = MEMORY');
  db.exec('PRAGMA journal_size_limit = 67108864');
  const rows = (sql: string) => db.prepare(sql).raw();
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const addKey = db.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)');
  const addKeys = bulk('INSERT OR IGNORE INTO keys VALUES');
  const addRecords = bulk('INSERT INTO records VALUES');
  const dropKey = db.prepare('DELETE FROM keys WHERE k = ?');
  const dropKeyOf = db.prepare('DELETE FROM keys WHERE k = ? AND record = ?');
  const addRecord = db.prepare('INSERT INTO records VALUES (?, ?)');
  const setRecord = db.prepare('UPDATE records SET doc = ? WHERE id = ?');
  const dropRecord = db.prepare('DELETE FROM records WHERE id = ?');
  const getRecord = rows('SELECT doc FROM records WHERE id = ?');
  const findByKey = rows(
    'SELECT keys.record, doc FROM keys JOIN records ON records.id = keys.record WHERE k = ?',
  );
  const joined = 'SELECT k, record, doc FROM keys JOIN records ON records.id = keys.record';
  const lean = 'SELECT record, doc FROM keys JOIN records ON records.id = keys.record';
  const leanUp = rows(`${lean} WHERE k >= ? AND k < ? ORDER BY k LIMIT ?`);
  const leanDown = rows(`${lean} WHERE k >= ? AND k < ? ORDER BY k DESC LIMIT ?`);
  const keysUp = rows(`${joined} WHERE k >= ? AND k < ? ORDER BY k LIMIT ?`);
  const keysDown = rows(`${joined} WHERE k >= ? AND k < ? ORDER BY k DESC LIMIT ?`);
  const recordsUp = rows(
    'SELECT id, doc FROM records WHERE id >= ? AND id < ? ORDER BY id LIMIT ?',
  );
  const recordsDown = rows(
    'SELECT id, doc FROM records WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?',
  );
  const countRecords = rows(
    'SELECT count(*), max(id), coalesce(sum(length(doc)), 0) FROM records WHERE id >= ? AND id < ?',
  );
  const lastRecord = rows('SELECT max(id) FROM records WHERE id >= ? AND id < ?');
  const countKeys = rows(
    'SELECT count(*) FROM (SELECT 1 FROM keys WHERE k >= ? AND k < ? LIMIT ?)',
  );
  const clearRecords = db.prepare('DELETE FROM records WHERE id >= ? AND id < ?');
  const clearKeys = db.prepare('DELETE FROM keys WHERE k >= ? AND k < ?');
  let writing = false;

  /** Statements that insert many pairs at once; crossing into the engine costs as much as a row. */
  function bulk(head: string) {
    const sizes = [128, 16, 1];
    const statements = sizes.map((n) =>
      db.prepare(`${head} ${Array(n).fill('(?, ?)').join(', ')}`),
    );
    return (values: unknown[]): number => {
      let changes = 0;
      let at = 0;
      for (let s = 0; s < sizes.length; s++) {
        const width = sizes[s]! * 2;
        for (; values.length - at >= width; at += width) {
          changes += statements[s]!.run(values.slice(at, at + width) as never).changes;
        }
      }
      return changes;
    };
  }

  function write(): void {
    if (writing) return;
    begin.run([]);
    writing = true;
  }

  return {
    db,
    /** Ends the open transaction, if any; only then may a write be acknowledged. */
    commit(): void {
      if (!writing) return;
      commit.run([]);
      writing = false;
    },
    rollback(): void {
      if (!writing) return;
      writing = false;
      if (db.inTransaction) db.exec('ROLLBACK');
    },
    /** Opens the transaction of the current group of commands unless it is open. */
    write,
    /** False where the key exists already. */
    addKey(key: Buffer, record: number): boolean {
      write();
      return addKey.run([key, record]).changes === 1;
    },
    /** Adds pairs of key and record; fewer than asked for means that some key exists already. */
    addKeys(pairs: unknown[]): number {
      write();
      return addKeys(pairs);
    },
    dropKeyOf(key: Buffer, record: number): void {
      write();
      dropKeyOf.run([key, record]);
    },
    /** Adds pairs of record and document. */
    addRecords(pairs: unknown[]): void {
      write();
      addRecords(pairs);
    },
    dropKey(key: Buffer): void {
      write();
      dropKey.run([key]);
    },
    addRecord(record: number, doc: Buffer): void {
      write();
      addRecord.run([record, doc]);
    },
    setRecord(record: number, doc: Buffer): void {
      write();
      setRecord.run([doc, record]);
    },
    dropRecord(record: number): void {
      write();
      dropRecord.run([record]);
    },
    getRecord: (record: number) => (getRecord.get([record]) as [Buffer] | undefined)?.[0],
    findByKey: (key: Buffer) => findByKey.get([key]) as RecordRow | undefined,
    /** As `scanKeys` without the keys: a third fewer values have to cross into JavaScript. */
    scanByKeys(low: Buffer, high: Buffer, backward: boolean, limit: number): RecordRow[] {
      return (backward ? leanDown : leanUp).all([low, high, limit]) as RecordRow[];
    },
    scanKeys(low: Buffer, high: Buffer, backward: boolean, limit: number): IndexRow[] {
      return (backward ? keysDown : keysUp).all([low, high, limit]) as IndexRow[];
    },
    scanRecords(low: number, high: number, backward: boolean, limit: number): RecordRow[] {
      return (backward ? recordsDown : recordsUp).all([low, high, limit]) as RecordRow[];
    },
    countRecords(low: number, high: number): { count: number; bytes: number } {
      const [count, , bytes] = countRecords.get([low, high]) as [number, number, number];
      return { count, bytes };
    },
    lastRecord: (low: number, high: number) => (lastRecord.get([low, high]) as [number | null])[0],
    countKeys: (low: Buffer, high: Buffer, limit = -1) =>
      (countKeys.get([low, high, limit]) as [number])[0],
    clearRecords(low: number, high: number): void {
      write();
      clearRecords.run([low, high]);
    },
    clearKeys(low: Buffer, high: Buffer): void {
      write();
      clearKeys.run([low, high]);
    },
    close(): void {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
