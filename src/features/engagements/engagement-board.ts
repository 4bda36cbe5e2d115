import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import type { Filter } from '../../store/filter.ts';
import type { EngagementStage } from '../../vocabulary.ts';
import type { Engagement } from './engagement.ts';
import type { engagementReader } from './engagement-reading.ts';
import { type BoardAnswer, boardCard } from './engagement-schema.ts';
import {
  countedByStage,
  type engagementSearch,
  isPlain,
  type Judged,
  type Wanted,
} from './engagement-search.ts';

/** Cards of a column, and of one that is asked for at length. */
const shown = { usually: 20, atLength: 100 };

/** Talks and work that are over: the newest are looked for, not what is due. */
const isOver = (stage: EngagementStage) => stage === 'completed' || stage === 'ended';

interface Columns {
  totals: ReadonlyMap<string, number>;
  cards: readonly Engagement[];
}

/** Engagements by stage in one answer: how many there are of each, and the first of them. */
export function engagementBoard(
  ctx: Pick<Context, 'stores'>,
  search: ReturnType<typeof engagementSearch>,
  presentMany: ReturnType<typeof engagementReader>['presentMany'],
) {
  const { engagements } = ctx.stores;

  /** What is due first; then, newest first, what nobody owes anything on. */
  async function column(actor: Actor, base: Filter, stage: EngagementStage, limit: number) {
    const read = async (filter: Filter, sort: string, limit: number) =>
      (await engagements.list(actor, { $and: [base, { stage, ...filter }] }, { sort, limit }))
        .items;
    if (isOver(stage)) return read({}, '-stageSince', limit);
    // Days are text; said like this, an index begins behind the rows that have none.
    const due = await read({ nextDue: { $gt: '' } }, 'nextDue', limit);
    if (due.length === limit) return due;
    return [...due, ...(await read({ nextDue: null }, '-stageSince', limit - due.length))];
  }

  async function byIndex(actor: Actor, base: Filter, limits: Limits): Promise<Columns> {
    const [totals, ...columns] = await Promise.all([
      engagements.countBy(actor, base, 'stage'),
      ...limits.map(([stage, limit]) => column(actor, base, stage, limit)),
    ]);
    return { totals, cards: columns.flat() };
  }

  /** What is wanted of needs and names is found in one pass for all columns. */
  async function bySearch(actor: Actor, base: Filter, wanted: Wanted, limits: Limits) {
    const found = (await search.all(actor, base, wanted)).sort(inOrder);
    const ids = limits.flatMap(([stage, limit]) =>
      found
        .filter((one) => one.stage === stage)
        .slice(0, limit)
        .map(({ _id }) => _id),
    );
    const read = await engagements.getMany(actor, ids);
    return { totals: countedByStage(found), cards: ids.flatMap((id) => read.get(id) ?? []) };
  }

  return async function board(
    actor: Actor,
    base: Filter,
    wanted: Wanted,
    stages: readonly EngagementStage[],
    atLength: readonly EngagementStage[],
  ): Promise<BoardAnswer> {
    const limits: Limits = stages.map((stage) => [
      stage,
      atLength.includes(stage) ? shown.atLength : shown.usually,
    ]);
    const { totals, cards } = isPlain(wanted)
      ? await byIndex(actor, base, limits)
      : await bySearch(actor, base, wanted, limits);
    // The schema leaves out what a card has no room for.
    const items = (await presentMany(actor, cards)).map((one) => boardCard.parse(one));
    return {
      columns: stages.map((stage) => ({
        stage,
        total: totals.get(stage) ?? 0,
        items: items.filter((card) => card.stage === stage),
        atLength: atLength.includes(stage),
      })),
    };
  };
}

type Limits = readonly (readonly [stage: EngagementStage, limit: number])[];

/** The order of `column`, for rows that are in hand. */
function inOrder(a: Judged, b: Judged): number {
  const [dueA, dueB] = [a, b].map((one) => (isOver(one.stage) ? undefined : one.nextDue));
  if (dueA !== dueB) {
    if (dueA === undefined) return 1;
    return dueB === undefined || dueA < dueB ? -1 : 1;
  }
  const since = b.stageSince.getTime() - a.stageSince.getTime();
  if (dueA === undefined && since !== 0) return since;
  return a._id < b._id ? -1 : 1;
}
