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

/** What is read of an engagement to judge, count and order it: nothing that grows with its course. */
const shownOfRow = Object.fromEntries(
  (
    [
      ...['stage', 'stageSince', 'nextDue', 'needId', 'enterpriseId', 'instituteId'],
      ...['needDistrict', 'districts', 'brokerId', 'shares', 'met', 'ndas'],
    ] as (keyof Engagement)[]
  ).map((name) => [name, 1 as const]),
);
export type Judged = Pick<Engagement, '_id' | 'stage' | 'stageSince' | 'nextDue'>;

export function countedByStage(some: readonly Judged[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { stage } of some) counted.set(stage, (counted.get(stage) ?? 0) + 1);
  return counted;
}

/** Nothing is asked of needs or names, so that the store alone finds the rows. */
export const isPlain = ({ field, q }: Wanted): boolean => field === undefined && q === undefined;

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
  async function page(
    actor: Actor,
    base: Filter,
    wanted: Wanted,
    asked: PageRequest,
  ): Promise<Page<Engagement>> {
    if (isPlain(wanted)) return engagements.list(actor, base, asked);
    const found: Engagement[] = [];
    let { cursor } = asked;
    let limit = Math.min(asked.limit * batches.first, batches.most);
    do {
      const some = await engagements.list(actor, base, { ...asked, cursor, limit });
      found.push(...(await judge(actor, some.items, wanted)));
      cursor = some.nextCursor ?? undefined;
      limit = batches.most;
    } while (cursor !== undefined && found.length <= asked.limit);
    const items = found.slice(0, asked.limit);
    const more = found.length > asked.limit;
    return { items, nextCursor: more ? cursorOf(items.at(-1)!, asked.sort) : null };
  }

  /** All that is wanted, in no order and as far as it was judged by: a batch in hand at a time. */
  async function all(actor: Actor, base: Filter, wanted: Wanted): Promise<Judged[]> {
    const found: Judged[] = [];
    let some: Engagement[] = [];
    const look = async () => {
      found.push(...(await judge(actor, some, wanted)));
      some = [];
    };
    for await (const one of engagements.each(actor, base, shownOfRow)) {
      if (some.push(one) === batches.most) await look();
    }
    await look();
    return found;
  }

  /** How many there are at each stage of what is wanted. */
  async function counts(actor: Actor, base: Filter, wanted: Wanted): Promise<Map<string, number>> {
    if (isPlain(wanted)) return engagements.countBy(actor, base, 'stage');
    return countedByStage(await all(actor, base, wanted));
  }

  return { page, all, counts };
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
