import { useMemo } from 'react';
import { useAddress } from './use-address.ts';

/**
 * Filters, order and page of a list, kept in the address: a link or a reload shows the same rows.
 * The server pages by cursor; the cursors passed so far are kept (`~` between them) to go back.
 */
export function useList<F extends string>(names: readonly F[], defaults: { limit?: number } = {}) {
  const [params, change] = useAddress();
  const trail = (params.get('trail') ?? '').split('~').filter(Boolean);
  const filters = Object.fromEntries(
    names.map((name) => [name, params.get(name) ?? undefined]),
  ) as Record<F, string | undefined>;
  const sort = params.get('sort') ?? undefined;
  const key = JSON.stringify([filters, sort, trail.at(-1)]);

  // `key` says everything that the query is made of.
  const query = useMemo(
    () => ({ ...filters, sort, cursor: trail.at(-1), limit: defaults.limit ?? 20 }),
    [key, defaults.limit],
  );

  return {
    query,
    filters,
    sort,
    /** Sets or, with `undefined`, takes away filters; begins at the first page again. */
    setFilters: (values: Partial<Record<F | 'sort', string | undefined>>) =>
      change({ ...(values as Record<string, string | undefined>), trail: undefined }),
    page: trail.length + 1,
    goNext: (cursor: string) => change({ trail: [...trail, cursor].join('~') }, { replace: false }),
    goBack: () => change({ trail: trail.slice(0, -1).join('~') }, { replace: false }),
  };
}

/** What the parts of a list need to know of it, whatever its filters are. */
export interface ListState {
  query: { cursor: string | undefined; limit: number };
  sort: string | undefined;
  setFilters(values: { sort?: string | undefined }): void;
  page: number;
  goNext(cursor: string): void;
  goBack(): void;
}
