import { unscoped } from '../../src/access/actor.ts';
import type { Engagement } from '../../src/features/engagements/engagement.ts';
import type { Service } from './service.ts';

/**
 * Copies of an engagement, each on a need of its own, written past the door: more than a test would
 * bring together one by one.
 */
export async function copyEngagement(
  { ctx }: Service,
  id: string,
  copies: readonly Partial<Engagement>[],
): Promise<string[]> {
  const why = unscoped('rows of a test');
  const { engagements, needs } = ctx.stores;
  const engagement = await engagements.get(why, id);
  const need = await needs.get(why, engagement.needId);
  const rows = copies.map((change) => ({
    ...engagement,
    ...change,
    _id: ctx.newId(new Date()),
    needId: ctx.newId(new Date()),
    todo: [],
  }));
  await needs.model.collection.insertMany(
    rows.map(({ needId }) => ({ ...need, _id: needId, todo: [] })) as never,
  );
  await engagements.model.collection.insertMany(rows as never);
  return rows.map(({ _id }) => _id);
}
