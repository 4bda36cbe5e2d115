import { type Actor, unscoped } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import type { Filter } from '../../store/filter.ts';
import type { Field } from '../../vocabulary.ts';
import { type Need, readsField } from '../needs/need.ts';
import type { Engagement } from './engagement.ts';
import { knowsEnterprise } from './engagement-access.ts';

export interface Wanted {
  field?: Field | undefined;
  /** Part of the need's title or of a party's name. */
  q?: string | undefined;
}

type Judged = Pick<
  Engagement,
  | '_id'
  | 'needId'
  | 'enterpriseId'
  | 'instituteId'
  | 'brokerId'
  | 'shares'
  | 'needDistrict'
  | 'districts'
  | 'met'
  | 'ndas'
>;

const judged = Object.fromEntries(
  [
    'needId',
    'enterpriseId',
    'instituteId',
    'brokerId',
    'shares',
    'needDistrict',
    'districts',
    'met',
    'ndas',
  ].map((name) => [name, 1 as const]),
);

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** So many are judged together: bounded memory, few questions to the store. */
const batch = 500;

/**
 * Finds engagements by what stands in their needs and in names. Each row is judged by what this
 * reader may read of it, so that asking tells nothing that reading would not.
 */
export function engagementSearch(ctx: Pick<Context, 'stores' | 'organizationNames'>) {
  const forJudging = unscoped('each row is judged by what its reader may read');

  async function judge(actor: Actor, some: readonly Judged[], { field, q }: Wanted) {
    const needs = await ctx.stores.needs.getMany(
      forJudging,
      some.map(({ needId }) => needId),
    );
    const ids = some.flatMap(({ enterpriseId, instituteId }) => [enterpriseId, instituteId]);
    const names = q === undefined ? new Map<string, string>() : await ctx.organizationNames(ids);
    return some.filter((one) => {
      const need = needs.get(one.needId);
      if (!need) return false;
      if (field && !(need.field === field && readsField(actor, need, 'field'))) return false;
      return q === undefined || textsFor(actor, one, need, names).some((text) => has(text, q));
    });
  }

  /** The filter that keeps what is wanted among the rows that `base` finds. */
  return async function filterFor(actor: Actor, base: Filter, wanted: Wanted): Promise<Filter> {
    if (wanted.field === undefined && wanted.q === undefined) return base;
    const found: string[] = [];
    let waiting: Judged[] = [];
    const settle = async () => {
      found.push(...(await judge(actor, waiting, wanted)).map(({ _id }) => _id));
      waiting = [];
    };
    for await (const one of ctx.stores.engagements.each(actor, base, judged)) {
      waiting.push(one);
      if (waiting.length === batch) await settle();
    }
    if (waiting.length > 0) await settle();
    return { _id: { $in: found } };
  };
}

function textsFor(
  actor: Actor,
  one: Judged,
  need: Need,
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
