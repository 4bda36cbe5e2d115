import type { OrganizationKind } from '../../vocabulary.ts';
import { organizations } from '../api/organizations.ts';
import { NamedSelect, type NamedSelectProps } from './named-select.tsx';

/** One organization, found by a part of its name. */
export function OrganizationSelect({
  kind,
  ...select
}: NamedSelectProps & { kind?: OrganizationKind | undefined }) {
  return (
    <NamedSelect
      {...select}
      search={(q) => organizations.list({ kind, q, limit: 20, sort: 'name' })}
    />
  );
}
