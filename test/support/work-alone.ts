import { unscoped } from '../../src/access/actor.ts';
import { readConfig } from '../../src/config.ts';
import { type Context, createContext } from '../../src/context.ts';

/** A worker in a process of its own, to be killed: its configuration is in the environment. */
const ctx: Context = await createContext(readConfig(process.env), {
  // The people of a test are known to the process of the test only.
  persons: async (ids) => {
    const brokers = await ctx.stores.brokers.getMany(unscoped('brokers of a test'), ids);
    return new Map([...brokers].map(([id, broker]) => [id, { ...broker, roles: ['broker'] }]));
  },
});
ctx.startWork();
process.send?.('working');
