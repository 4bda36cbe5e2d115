import { hostname } from 'node:os';
import type { Doc } from '../bson-decode.ts';
import { CommandError } from '../errors.ts';
import { maxMessageBytes } from '../wire.ts';
import type { Handler } from './table.ts';

/** The version whose behaviour is followed; drivers read it before they use newer commands. */
export const serverVersion = '7.0.0';
const maxWireVersion = 21;

/** The greeting claims neither a replica set nor sessions' retryable writes: this is one server. */
const hello: Handler = (command): Doc => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: maxMessageBytes,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: command.connection,
  minWireVersion: 0,
  maxWireVersion,
  readOnly: false,
});

const nothing: Handler = () => ({});

const noTransactions: Handler = () => {
  throw new CommandError(
    'IllegalOperation',
    'Transaction numbers are only allowed on a replica set member or mongos',
  );
};

export const sessionCommands: Record<string, Handler> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: nothing,
  endSessions: nothing,
  refreshSessions: nothing,
  killSessions: nothing,
  killAllSessions: nothing,
  startSession: () => ({ timeoutMinutes: 30 }),
  commitTransaction: noTransactions,
  abortTransaction: noTransactions,
  buildInfo: () => ({
    version: serverVersion,
    gitVersion: 'daqiao-embedded',
    versionArray: [...serverVersion.split('.').map(Number), 0],
    modules: [],
    bits: 64,
    debug: false,
    maxBsonObjectSize: 16 * 1024 * 1024,
    storageEngines: ['sqlite'],
  }),
  buildinfo: (command) => sessionCommands.buildInfo!(command),
  hostInfo: () => ({
    system: { currentTime: new Date(), hostname: hostname(), cpuAddrSize: 64 },
    os: { type: process.platform, name: process.platform },
  }),
  connectionStatus: () => ({
    authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  }),
  whatsmyuri: () => ({ you: 'unix' }),
  getLog: () => ({ totalLinesWritten: 0, log: [] }),
};
