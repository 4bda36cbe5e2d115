import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { enterCast } from './cast.ts';
import { createDemoMarker } from './demo-marker.ts';
import { createDemoIds } from './demo-random.ts';
import { forgetOldNews, isEmpty, onlyDemo, wipe } from './demo-store.ts';
import { enterCapabilities } from './enter-capabilities.ts';
import { createStage } from './stage.ts';
import { tellPlots } from './tell-plots.ts';

export type Seeding =
  /** `password` is said only where it was made up here. */
  | { outcome: 'seeded'; password: string; madeUp: boolean }
  | { outcome: 'present' }
  /** The store holds what is not the demo's, or another process is at work on it. */
  | { outcome: 'left_alone' };

/**
 * Fills an empty store with the demo district, told through the features' own services at instants
 * of the past. To be called before the service listens and before its workers start: nobody else
 * writes meanwhile. A seeding that was interrupted is done again from the beginning.
 */
export async function seedDemo(ctx: Context, now: Date = ctx.clock.now()): Promise<Seeding> {
  const marker = createDemoMarker(ctx.db);
  const found = await marker.read();
  if (found?.status === 'complete') return { outcome: 'present' };
  const mayBegin = found
    ? (isAlone(ctx) || marker.isLost(found)) && (await onlyDemo(ctx))
    : await isEmpty(ctx);
  if (!mayBegin || !(await marker.claim(now, found))) return { outcome: 'left_alone' };
  const stopBeating = marker.beat();
  try {
    if (found) await wipe(ctx);
    const password = ctx.config.demo.password ?? randomBytes(9).toString('base64url');
    const hash = await ctx.accounts.hashPassword(password);
    await ctx.writePast(createDemoIds(), async () => {
      const cast = await enterCast(ctx, now, hash);
      const capabilityIds = await enterCapabilities(ctx, cast, now);
      await tellPlots(createStage({ ctx, cast, capabilityIds, now }));
    });
    await forgetOldNews(ctx, now);
    await marker.complete();
    return { outcome: 'seeded', password, madeUp: ctx.config.demo.password === undefined };
  } finally {
    stopBeating();
  }
}

/** The embedded store belongs to one process, so a marker in it is of one that is gone. */
const isAlone = ({ config }: Context) => config.mongo.uri === undefined;
