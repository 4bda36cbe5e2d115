import { useQuery } from '@tanstack/react-query';
import type { OrganizationKind } from '../../vocabulary.ts';
import { organizations } from '../api/organizations.ts';
import { OrganizationSelect } from './organization-select.tsx';

/** Narrows a list to one organization; its name is read anew when the address came with an id. */
export function OrganizationFilter({
  kind,
  label,
  value,
  onChange,
}: {
  kind?: OrganizationKind;
  label: string;
  value: string | undefined;
  onChange(id: string | undefined): void;
}) {
  const chosen = useQuery({ ...organizations.one(value ?? ''), enabled: value !== undefined });
  const named = value && chosen.data ? { id: value, name: chosen.data.name } : null;
  return (
    <OrganizationSelect
      key={named?.id ?? ''}
      kind={kind}
      label={label}
      value={named}
      onChange={(one) => onChange(one?.id)}
    />
  );
}
