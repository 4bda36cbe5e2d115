import type { Doc } from '../bson-decode.ts';
import { CommandError } from '../errors.ts';
import { isNumeric, toNumber } from '../values.ts';
import { existing } from './arguments.ts';
import { serverVersion } from './session.ts';
import type { Command, Handler } from './table.ts';

function sizeOf(
  command: Command,
  ns?: string,
): { count: number; bytes: number; indexes: number; collections: number } {
  const total = { count: 0, bytes: 0, indexes: 0, collections: 0 };
  for (const collection of command.engine.catalog.databases.get(command.db)?.values() ?? []) {
    if (ns !== undefined && collection.ns !== ns) continue;
    const { count, bytes } = command.engine.store.countRecords(collection.low, collection.high);
    total.count += count;
    total.bytes += bytes;
    total.indexes += collection.indexes.length;
    total.collections++;
  }
  return total;
}

const dbStats: Handler = (command) => {
  const { count, bytes, indexes, collections } = sizeOf(command);
  return {
    db: command.db,
    collections,
    views: 0,
    objects: count,
    avgObjSize: count ? bytes / count : 0,
    dataSize: bytes,
    storageSize: bytes,
    indexes,
    indexSize: 0,
    totalSize: bytes,
    scaleFactor: 1,
  };
};

const collStats: Handler = (command): Doc => {
  const collection = existing(command);
  const ns = `${command.db}.${String(command.body[command.name])}`;
  const { count, bytes, indexes } = sizeOf(command, ns);
  return {
    ns,
    size: bytes,
    count,
    avgObjSize: count ? Math.round(bytes / count) : 0,
    storageSize: bytes,
    capped: Boolean(collection?.options.capped),
    max: collection?.options.max,
    maxSize: collection?.options.size,
    nindexes: indexes,
    totalIndexSize: 0,
    indexSizes: Object.fromEntries(collection?.indexes.map((index) => [index.name, 0]) ?? []),
    scaleFactor: 1,
  };
};

const setParameter: Handler = ({ engine, body }) => {
  const seconds = body.ttlMonitorSleepSecs;
  if (!isNumeric(seconds)) {
    throw new CommandError(
      'InvalidOptions',
      'no option found to set, use help:true to see options',
    );
  }
  const was = engine.ttlSeconds;
  engine.ttlSeconds = Math.max(1, toNumber(seconds));
  return { was };
};

export const adminCommands: Record<string, Handler> = {
  dbStats,
  dbstats: dbStats,
  collStats,
  collstats: collStats,
  setParameter,
  getParameter: ({ engine, body }) => ({
    ...('ttlMonitorSleepSecs' in body || body.getParameter === '*'
      ? { ttlMonitorSleepSecs: engine.ttlSeconds }
      : {}),
    ...('featureCompatibilityVersion' in body || body.getParameter === '*'
      ? { featureCompatibilityVersion: { version: serverVersion.slice(0, 3) } }
      : {}),
  }),
  serverStatus: ({ engine }) => ({
    host: 'embedded',
    version: serverVersion,
    process: 'daqiao-embedded',
    pid: process.pid,
    uptime: (Date.now() - engine.startedAt) / 1000,
    localTime: new Date(),
    connections: { current: 1, available: 1000 },
    mem: { bits: 64, resident: Math.round(process.memoryUsage().rss / 2 ** 20) },
    metrics: { cursor: { open: { total: engine.cursors.open.size } } },
  }),
  listDatabases: (command): Doc => {
    const databases = [...command.engine.catalog.databases.keys()].sort().map((name) => {
      const { bytes, count } = sizeOf({ ...command, db: name });
      return { name, sizeOnDisk: bytes, empty: count === 0 };
    });
    return { databases, totalSize: databases.reduce((sum, db) => sum + db.sizeOnDisk, 0) };
  },
  dropDatabase: ({ engine, db }): Doc => {
    const collections = [...(engine.catalog.databases.get(db)?.values() ?? [])];
    for (const collection of collections) {
      engine.cursors.closeNamespace(collection.ns);
      engine.catalog.drop(collection);
    }
    return collections.length ? { dropped: db } : {};
  },
  currentOp: () => ({ inprog: [] }),
  fsync: () => ({ numFiles: 1 }),
};
