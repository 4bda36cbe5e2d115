import { useQueries } from '@tanstack/react-query';
import type { BrokerGrade, Field } from '../../../../vocabulary.ts';
import type { BrokerAnswer, BrokerBody, BrokerChange } from '../../../api/brokers.ts';
import { organizations } from '../../../api/organizations.ts';
import type { Named } from '../../../kit/organization-select.tsx';

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

/** The values of a profile, once the names of its organizations are read. */
export function useBrokerValues(broker: BrokerAnswer | undefined) {
  const ids = broker ? [broker.employerId ?? [], broker.conflicts ?? []].flat() : [];
  return useQueries({
    queries: ids.map((id) => organizations.one(id)),
    combine: (found) => {
      const names = new Map(found.map(({ data }, at) => [ids[at]!, data?.name ?? ids[at]!]));
      const named = (id: string): Named => ({ id, name: names.get(id)! });
      const ready = broker && found.every(({ isPending }) => !isPending);
      return {
        data: ready ? valuesOf(broker, named) : undefined,
        error: null,
        isError: false,
        refetch: () => Promise.reject(new Error('Nothing failed.')),
      };
    },
  });
}

function valuesOf(broker: BrokerAnswer, named: (id: string) => Named): BrokerValues {
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

export const brokerPatchOf = (values: BrokerValues): BrokerChange => ({
  ...sharedOf(values),
  employerId: values.employer?.id ?? null,
});

/** What a broker may change of the own profile; the rest is the office's. */
export const ownPatchOf = (values: BrokerValues): BrokerChange => {
  const { conflicts, leave } = sharedOf(values);
  return { conflicts, leave };
};
