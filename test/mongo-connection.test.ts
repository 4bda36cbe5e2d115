import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Connection, type mongo, Schema } from 'mongoose';
import { startEmbeddedMongo } from '../src/embedded/mongo/start.ts';
import { createRuntimeDir, type RuntimeDir } from '../src/embedded/runtime-dir.ts';
import { createLog } from '../src/ops/log.ts';
import { connectMongo } from '../src/store/mongo-connection.ts';

describe('the connection to MongoDB', function () {
  this.timeout(60_000);
  let dataDir: string;
  let runtime: RuntimeDir;
  let server: Awaited<ReturnType<typeof startEmbeddedMongo>>;
  let db: Connection;
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'daqiao-connection-'));
    runtime = await createRuntimeDir();
    const socketPath = runtime.socketPath('mongo.sock');
    server = await startEmbeddedMongo({ dataDir, socketPath, fsync: 'off' });
    db = await connectMongo(server.uri, createLog({ level: 'silent' }), 300);
  });
  after(async () => {
    await db.close();
    await server.close();
    await runtime.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is made anew when a check of the server does not end', async () => {
    const Thing = db.model('Thing', new Schema({ _id: String }));
    const client = db.getClient();
    const anew = new Promise((done) => client.once('topologyOpening', done));
    client.emit('serverHeartbeatStarted', {
      connectionId: 'any',
    } as mongo.ServerHeartbeatStartedEvent);
    await anew;
    await Thing.create({ _id: 'one' });
    expect(await Thing.countDocuments()).to.equal(1);
    expect(db.readyState).to.equal(1);
  });
});
