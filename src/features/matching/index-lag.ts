import type { Filter } from '../../store/filter.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';

/** More wait only while very many are changed at once. */
const mostExcluded = 1_000;

/** A first revision is not in the index yet. */
const changed: Filter = { revision: { $gt: 1 } };
/** Of capabilities only those that fewer may see now, so that many can be edited at once. */
const narrowed: Filter = {
  ...changed,
  $or: [{ visibility: { $ne: 'public' } }, { status: { $ne: 'published' } }],
};

/**
 * What the index may still hold as it was before something of it was hidden. To be left out of a
 * search altogether: a count or a facet tells of it as well as an item. Undefined when too many.
 */
export async function hiddenSinceIndexed(
  stores: { needs: NeedStore; capabilities: CapabilityStore },
  kind: 'need' | 'capability',
): Promise<string[] | undefined> {
  const owing =
    kind === 'need'
      ? stores.needs.owing('index', changed)
      : stores.capabilities.owing('index', narrowed);
  const ids: string[] = [];
  for await (const { _id } of owing) {
    if (ids.push(_id) > mostExcluded) return undefined;
  }
  // In one order, so that the same filters are known to be the same.
  return ids.sort();
}

/**
 * Whether what found a need read it as it is now. The index tells by its revision, a vector beside
 * it by what the need owes.
 */
export function wasReadAsIs(need: Need, { revision }: { revision: number }): boolean {
  return revision >= need.contentRevision && need.todo.every(({ topic }) => topic !== 'index');
}
