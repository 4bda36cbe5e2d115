import { type Actor, isUnscoped, type Scope } from '../access/actor.ts';

/** A MongoDB filter. Values come from parsed input only, so no operator can be smuggled in. */
export type Filter = Record<string, unknown>;

/** A filter that no document meets. */
export const nothing: Filter = { _id: { $in: [] } };

/** Both filters at once; flat where it can be, so that a planner sees plain equalities. */
export function both(a: Filter, b: Filter): Filter {
  if (Object.keys(b).some((key) => key in a)) return { $and: [a, b] };
  return { ...a, ...b };
}

/** Any of the filters: what several roles of one person see together. */
export function any(filters: Filter[]): Filter {
  if (filters.length === 0) return nothing;
  return filters.length === 1 ? filters[0]! : { $or: filters };
}

/** Text that holds these very characters, whatever the letters' case. */
export const containing = (text: string): Filter => ({
  $regex: text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  $options: 'i',
});

export function inScope(scope: Scope, visible: (actor: Actor) => Filter): Filter {
  return isUnscoped(scope) ? {} : visible(scope);
}
