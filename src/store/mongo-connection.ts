import mongoose, { type Connection } from 'mongoose';
import type { Logger } from 'pino';

const connectTimeoutMs = 5_000;
const heartbeatMs = 10_000;

/** The longest that the driver lets a check of a server take: to connect, to greet, to wait. */
const longestCheckMs = 2 * connectTimeoutMs + heartbeatMs;

/** Connects; a command fails after three seconds while MongoDB is away, and works once it is back. */
export async function connectMongo(
  uri: string,
  log: Logger,
  lostAfterMs = longestCheckMs,
): Promise<Connection> {
  const db = mongoose.createConnection(uri, {
    bufferCommands: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 3_000,
    connectTimeoutMS: connectTimeoutMs,
    heartbeatFrequencyMS: heartbeatMs,
    maxPoolSize: 20,
  });
  await db.asPromise();
  connectAnewWhenLost(db, log, lostAfterMs);
  return db;
}

/**
 * The driver writes a check to a socket that is destroyed but not yet closed, and waits for ever for
 * its `drain` (7.8, 7.9: `Connection.writeCommand`): that server is then never looked at again.
 * The client is connected anew when a check does not end in its time.
 */
function connectAnewWhenLost(db: Connection, log: Logger, lostAfterMs: number): void {
  const client = db.getClient();
  const checks = new Map<string, NodeJS.Timeout>();
  const end = (address: string) => {
    clearTimeout(checks.get(address));
    checks.delete(address);
  };
  const connectAnew = async (address: string) => {
    log.warn({ address }, 'a check of the store did not end: connecting anew');
    for (const other of [...checks.keys()]) end(other);
    await client.close();
    await client.connect();
  };
  client.on('serverHeartbeatStarted', ({ connectionId }) => {
    end(connectionId);
    const late = () =>
      void connectAnew(connectionId).catch((error: Error) =>
        log.warn({ err: error.message }, 'the store cannot be reached yet'),
      );
    checks.set(connectionId, setTimeout(late, lostAfterMs).unref());
  });
  client.on('serverHeartbeatSucceeded', ({ connectionId }) => end(connectionId));
  client.on('serverHeartbeatFailed', ({ connectionId }) => end(connectionId));
  client.on('serverClosed', ({ address }) => end(address));
}
