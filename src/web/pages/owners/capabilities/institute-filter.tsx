import { useQuery } from '@tanstack/react-query';
import { organizations } from '../../../api/organizations.ts';
import { OrganizationSelect } from '../../../kit/organization-select.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** Narrows a list to one institute; its name is read anew when the address came with an id. */
export function InstituteFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange(id: string | undefined): void;
}) {
  const { t } = useText();
  const chosen = useQuery({ ...organizations.one(value ?? ''), enabled: value !== undefined });
  const named = value && chosen.data ? { id: value, name: chosen.data.name } : null;
  return (
    <OrganizationSelect
      key={named?.id ?? ''}
      kind="institute"
      label={t.capabilities.list.institute}
      value={named}
      onChange={(one) => onChange(one?.id)}
    />
  );
}
