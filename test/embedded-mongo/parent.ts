// Stands in for the application in a test of what happens to the store when its parent dies.
import { startEmbeddedMongo } from '../../src/embedded/mongo/start.ts';

const [dataDir, socketPath] = process.argv.slice(2) as [string, string];
const store = await startEmbeddedMongo({ dataDir, socketPath });
process.send!(store.pid);
