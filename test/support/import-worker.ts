import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';

/** A worker process of its own, for tests that kill one: says `ready`, then works until it dies. */
const ctx = await createContext(readConfig(process.env));
ctx.startWork();
process.send!('ready');
