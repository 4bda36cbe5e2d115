import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { organizations } from '../../../api/organizations.ts';

/** The name behind an organization's id, as far as it is in sight. */
export function OrganizationName({ id }: { id: string }) {
  const { data } = useQuery(organizations.one(id));
  if (!data) {
    return (
      <Text span size="sm" c="dimmed">
        {id}
      </Text>
    );
  }
  return (
    <Anchor component={Link} to={`/organizations/${id}`} size="sm">
      {data.name}
    </Anchor>
  );
}
