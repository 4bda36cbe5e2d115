import { Checkbox, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { roles as allRoles, type Role } from '../../../../vocabulary.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import type { Named } from '../../../kit/named-select.tsx';
import { OrganizationSelect } from '../../../kit/organization-select.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** The kind of organization that these roles must belong to; any where it is open. */
const kindFor = (roles: readonly Role[]) =>
  roles.find((role) => role === 'enterprise' || role === 'institute');

/** Roles, and the organization that they belong to. */
export function MembershipFields({
  roles,
  organization,
  errors,
  onRoles,
  onOrganization,
}: {
  roles: Role[];
  organization: Named | null;
  errors: Record<string, ReactNode>;
  onRoles(roles: Role[]): void;
  onOrganization(organization: Named | null): void;
}) {
  const { t, word } = useText();
  const texts = t.desks.people;
  const person = usePerson();
  const kind = kindFor(roles);
  // Only an administrator makes administrators.
  const offered = allRoles.filter(
    (role) => role !== 'admin' || person.is('admin') || roles.includes('admin'),
  );
  return (
    <>
      <Checkbox.Group
        label={texts.roles}
        description={texts.rolesHint}
        withAsterisk
        value={roles}
        onChange={(next) => onRoles(next as Role[])}
        error={errors.roles}
      >
        <Group gap="md" mt={6}>
          {offered.map((role) => (
            <Checkbox key={role} value={role} label={word('roles', role)} />
          ))}
        </Group>
      </Checkbox.Group>
      <OrganizationSelect
        key={kind ?? ''}
        kind={kind}
        label={texts.organization}
        description={kind ? texts.organizationNeeded : texts.organizationOptional}
        required={kind !== undefined}
        value={organization}
        onChange={onOrganization}
        error={errors.organizationId}
      />
    </>
  );
}
