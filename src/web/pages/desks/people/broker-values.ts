import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { BrokerGrade, Field } from '../../../../vocabulary.ts';
import type { BrokerAnswer, BrokerBody, BrokerChange } from '../../../api/brokers.ts';
import { organizations } from '../../../api/organizations.ts';
import { mergeChange } from '../../../kit/merge-change.ts';
import type { Named } from '../../../kit/named-select.tsx';

/** A broker's profile as a form holds it: organizations with their names. */
export interface BrokerValues {
  [name: string]: unknown;
  grade: BrokerGrade;
  fields: Field[];
  capacity: number | string;
  employer: Named | null;
  conflicts: Named[];
  leave: { from: string; to: string; note: string }[];
  active: boolean;
}

export const emptyBroker: BrokerValues = {
  grade: 'junior',
  fields: [],
  capacity: 5,
  employer: null,
  conflicts: [],
  leave: [],
  active: true,
};

/** Whether the names of a profile's organizations are read; then `valuesOf` knows them. */
export function useBrokerValues(broker: BrokerAnswer | undefined) {
  const cache = useQueryClient();
  const ids = broker ? [broker.employerId ?? [], broker.conflicts ?? []].flat() : [];
  const ready = useQueries({
    queries: ids.map((id) => organizations.one(id)),
    combine: (found) => found.every(({ isPending }) => !isPending),
  });
  const named = (id: string): Named => ({
    id,
    name: cache.getQueryData(organizations.one(id).queryKey)?.name ?? id,
  });
  return { ready, valuesOf: (one: BrokerAnswer) => brokerValues(one, named) };
}

function brokerValues(broker: BrokerAnswer, named: (id: string) => Named): BrokerValues {
  const { grade, fields, capacity = 0, employerId, conflicts = [], leave = [], active } = broker;
  return {
    ...{ grade, fields, capacity, active },
    employer: employerId ? named(employerId) : null,
    conflicts: conflicts.map(named),
    leave: leave.map(({ from, to, note = '' }) => ({ from, to, note })),
  };
}

function sharedOf({ grade, fields, capacity, conflicts, leave, active }: BrokerValues) {
  return {
    ...{ grade, fields, active },
    capacity: Number(capacity),
    conflicts: conflicts.map(({ id }) => id),
    leave: leave.map(({ from, to, note }) => ({
      from,
      to,
      ...(note.trim() && { note: note.trim() }),
    })),
  };
}

export const brokerBodyOf = (userId: string, values: BrokerValues): BrokerBody => ({
  userId,
  ...sharedOf(values),
  ...(values.employer && { employerId: values.employer.id }),
});

const bodyOf = (values: BrokerValues) => ({
  ...sharedOf(values),
  employerId: values.employer?.id ?? null,
});

/** The merge patch from one version of a profile to another. */
export const brokerChange = (before: BrokerValues, after: BrokerValues) =>
  mergeChange(bodyOf(before), bodyOf(after)) as BrokerChange;
