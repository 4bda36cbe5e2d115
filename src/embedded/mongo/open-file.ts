import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** The layout of the file; a file of a newer layout is refused, never guessed at. */
const formatVersion = 1;

const schema = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, db TEXT NOT NULL, name TEXT NOT NULL, options BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, spec BLOB NOT NULL, multikey INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS records (id INTEGER PRIMARY KEY, doc BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS keys (k BLOB PRIMARY KEY, record INTEGER NOT NULL) WITHOUT ROWID;
`;

/** Raised at start where the folder cannot be used; the message is meant for the operator. */
export class StoreRefusal extends Error {}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function isBusy(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}

/**
 * Takes the file for this process alone. The lock is the kernel's, so that a killed predecessor
 * never blocks; one that is still finishing gets a few seconds.
 */
function takeOver(db: Database.Database, dataDir: string, patienceMs: number): void {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      db.exec('PRAGMA locking_mode = EXCLUSIVE');
      db.exec('PRAGMA journal_mode = WAL');
      db.exec('BEGIN EXCLUSIVE; COMMIT');
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() >= deadline) {
        throw new StoreRefusal(
          `The data folder ${dataDir} is in use by another running process; stop that process or choose another folder.`,
        );
      }
      sleep(100);
    }
  }
}

function openDatabase(dataDir: string, patienceMs: number): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new StoreRefusal(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}); give this user write access or choose another folder.`,
    );
  }
  const file = join(dataDir, 'documents.db');
  try {
    const db = new Database(file);
    db.exec('PRAGMA page_size = 8192');
    takeOver(db, dataDir, patienceMs);
    return db;
  } catch (error) {
    if (error instanceof StoreRefusal) throw error;
    throw new StoreRefusal(
      `The data file ${file} cannot be opened (${(error as Error).message}); it may belong to another program or be damaged.`,
    );
  }
}

function checkVersion(db: Database.Database, dataDir: string): void {
  db.exec(schema);
  const found = db.prepare("SELECT value FROM meta WHERE name = 'format'").get() as
    | { value: number }
    | undefined;
  if (!found) db.prepare("INSERT INTO meta VALUES ('format', ?)").run([formatVersion]);
  else if (found.value > formatVersion) {
    throw new StoreRefusal(
      `The data folder ${dataDir} was written by a newer version (format ${found.value}, this program knows ${formatVersion}); start the newer version instead.`,
    );
  }
}

/** Opens the file under `dataDir` for this process alone, or throws a refusal. */
export function openFile(dataDir: string, patienceMs: number): Database.Database {
  const db = openDatabase(dataDir, patienceMs);
  checkVersion(db, dataDir);
  return db;
}
