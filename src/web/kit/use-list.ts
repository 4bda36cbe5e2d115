import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters, order and page of a list, kept in the address: a link or a reload shows the same rows.
 * The server pages by cursor; the cursors passed so far are kept (`~` between them) to go back.
 */
export function useList<F extends string>(names: readonly F[], defaults: { limit?: number } = {}) {
  const [params, setParams] = useSearchParams();
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

  const update = useCallback(
    (change: (next: URLSearchParams) => void, replace = true) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          change(next);
          return next;
        },
        { replace },
      ),
    [setParams],
  );

  return {
    query,
    filters,
    sort,
    /** Sets or, with `undefined`, takes away filters; begins at the first page again. */
    setFilters: (values: Partial<Record<F | 'sort', string | undefined>>) =>
      update((next) => {
        for (const [name, value] of Object.entries(values) as [string, string | undefined][]) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        next.delete('trail');
      }),
    page: trail.length + 1,
    goNext: (cursor: string) =>
      update((next) => next.set('trail', [...trail, cursor].join('~')), false),
    goBack: () =>
      update((next) => {
        const rest = trail.slice(0, -1);
        if (rest.length === 0) next.delete('trail');
        else next.set('trail', rest.join('~'));
      }, false),
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
