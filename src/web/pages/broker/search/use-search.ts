import { useAddress } from '../../../kit/use-address.ts';

const names = ['q', 'kind', 'field', 'stage', 'organizationId', 'limit', 'need', 'with'] as const;
type Name = (typeof names)[number];

const firstFound = 20;
/** As many as the service gives at once. */
export const mostFound = 50;

/** What is searched for, kept in the address. */
export function useSearch() {
  const [params, change] = useAddress();
  const read = (name: Name) => params.get(name) ?? undefined;
  const kind = read('kind') === 'need' ? 'need' : 'capability';
  const values = {
    q: read('q') ?? '',
    kind,
    field: read('field'),
    stage: kind === 'capability' ? read('stage') : undefined,
    organizationId: kind === 'capability' ? read('organizationId') : undefined,
    need: kind === 'capability' ? read('need') : undefined,
    limit: read('limit') === String(mostFound) ? mostFound : firstFound,
  };
  const { need: _need, ...query } = values;
  return {
    values,
    query,
    /** Sets or, with `undefined`, takes away. */
    set: (changes: Partial<Record<Name, string | undefined>>) =>
      change({ limit: undefined, ...changes }, { replace: false }),
  };
}
