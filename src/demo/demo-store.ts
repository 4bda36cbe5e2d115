import { unscoped } from '../access/actor.ts';
import type { Context } from '../context.ts';

const demoAddress = /@demo\.test$/;

/** Nothing in the store yet but what the service itself keeps. */
export async function isEmpty({ stores }: Context): Promise<boolean> {
  const counts = await Promise.all(
    Object.values(stores).map((store) => store.model.countDocuments().limit(1)),
  );
  return counts.every((count) => count === 0);
}

/** Whoever enters something must sign in first: without other people there is nothing of others. */
export async function onlyDemo({ stores }: Context): Promise<boolean> {
  const why = unscoped('is there anybody but the cast?');
  return (await stores.users.count(why, { email: { $not: demoAddress } })) === 0;
}

/** Clears what an interrupted seeding has left, so that the next begins on nothing. */
export async function wipe({ db, stores }: Context): Promise<void> {
  const own = Object.values(stores).map((store) => store.model.collection.name);
  const names = [...own, 'credentials', 'sessions', 'audit', 'report_chunks'];
  await Promise.all(names.map((name) => db.collection(name).deleteMany({})));
}

/** What happened longer ago is no news any more, so nobody is told of it now. */
const newsMs = 5 * 24 * 3_600_000;

export async function forgetOldNews({ stores }: Context, now: Date): Promise<void> {
  const before = new Date(now.getTime() - newsMs);
  await Promise.all(
    Object.values(stores).map((store) =>
      store.model.collection.updateMany(
        { updatedAt: { $lt: before }, 'todo.topic': 'notify' } as never,
        { $pull: { todo: { topic: 'notify' } } } as never,
      ),
    ),
  );
}
