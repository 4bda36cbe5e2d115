import { type Actor, unscoped } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import type { Filter } from '../../store/filter.ts';
import { cursorOf, type Page, type PageRequest } from '../../store/page.ts';
import type { Field } from '../../vocabulary.ts';
import { type Need, readsField } from '../needs/need.ts';
import type { Engagement } from './engagement.ts';
import { knowsEnterprise } from './engagement-access.ts';

export interface Wanted {
  field?: Field | undefined;
  /** Part of the need's title or of a party's name. */
  q?: string | undefined;
}

/** What is read of a need to judge by it. */
const judgedBy = [
  'title',
  'field',
  'organizationId',
  'district',
  'postedBy',
  'brokerId',
  'ndaInstituteIds',
  'confidential',
] as const satisfies readonly (keyof Need)[];
type JudgedBy = Pick<Need, '_id' | (typeof judgedBy)[number]>;
const shownOfNeed = Object.fromEntries(judgedBy.map((name) => [name, 1 as const]));

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** So many are judged together: few at first, since a page of what is common is found at once. */
const batches = { first: 4, most: 500 };

/**
 * Finds engagements by what stands in their needs and in names. Each row is judged by what this
 * reader may read of it, so that asking tells nothing that reading would not. Rows are judged in the
 * order of the list and no further than its page: memory is bounded, and what is common comes soon.
 */
export function engagementSearch(ctx: Pick<Context, 'stores' | 'organizationNames'>) {
  const forJudging = unscoped('each row is judged by what its reader may read');
  const { engagements, needs } = ctx.stores;

  async function needsOf(some: readonly Engagement[]): Promise<Map<string, JudgedBy>> {
    const ids = { _id: { $in: [...new Set(some.map(({ needId }) => needId))] } };
    const found = new Map<string, JudgedBy>();
    for await (const need of needs.each(forJudging, ids, shownOfNeed)) found.set(need._id, need);
    return found;
  }

  async function judge(actor: Actor, some: readonly Engagement[], { field, q }: Wanted) {
    const ids = some.flatMap(({ enterpriseId, instituteId }) => [enterpriseId, instituteId]);
    const [needs, names] = await Promise.all([
      needsOf(some),
      q === undefined ? new Map<string, string>() : ctx.organizationNames(ids),
    ]);
    return some.filter((one) => {
      const need = needs.get(one.needId);
      if (!need) return false;
      if (field && !(need.field === field && readsField(actor, need, 'field'))) return false;
      return q === undefined || textsFor(actor, one, need, names).some((text) => has(text, q));
    });
  }

  /** A page of what is wanted among the rows that `base` finds. */
  return async function search(
    actor: Actor,
    base: Filter,
    wanted: Wanted,
    page: PageRequest,
  ): Promise<Page<Engagement>> {
    if (wanted.field === undefined && wanted.q === undefined) {
      return engagements.list(actor, base, page);
    }
    const found: Engagement[] = [];
    let { cursor } = page;
    let limit = Math.min(page.limit * batches.first, batches.most);
    do {
      const some = await engagements.list(actor, base, { ...page, cursor, limit });
      found.push(...(await judge(actor, some.items, wanted)));
      cursor = some.nextCursor ?? undefined;
      limit = batches.most;
    } while (cursor !== undefined && found.length <= page.limit);
    const items = found.slice(0, page.limit);
    const more = found.length > page.limit;
    return { items, nextCursor: more ? cursorOf(items.at(-1)!, page.sort) : null };
  };
}

function textsFor(
  actor: Actor,
  one: Engagement,
  need: JudgedBy,
  names: ReadonlyMap<string, string>,
): (string | undefined)[] {
  return [
    readsField(actor, need, 'title') ? need.title : undefined,
    names.get(one.instituteId),
    knowsEnterprise(actor, one, need) ? names.get(one.enterpriseId) : undefined,
  ];
}

const has = (text: string | undefined, q: string) =>
  text !== undefined && plain(text).includes(plain(q));
