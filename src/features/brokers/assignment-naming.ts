import { type Actor, unscoped } from '../../access/actor.ts';
import { type Need, readsField } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { Assignment } from './assignment.ts';
import type { FindPersons } from './broker-people.ts';
import type { BrokerStore } from './broker-store.ts';

/** Names beside the ids of assignments; what this reader may not read of a need is not among them. */
export interface AssignmentNames {
  need(doc: Assignment): {
    id: string;
    status: Need['status'];
    title?: string;
    field?: Need['field'];
    organization?: { id: string; name: string };
  };
  broker(id: string): string | undefined;
  person(id: string): string | undefined;
}

/** Reads the names of many assignments at once: needs, firms, brokers, people of the office. */
export function createAssignmentNaming(parts: {
  needs: NeedStore;
  brokers: BrokerStore;
  organizations: OrganizationStore;
  persons?: FindPersons | undefined;
}) {
  const why = unscoped('names beside ids that the reader has in sight');
  return async function namesOf(
    actor: Actor,
    docs: readonly Assignment[],
  ): Promise<AssignmentNames> {
    const turns = docs.flatMap((doc) => doc.turns);
    const brokerIds = [...turns, ...docs].flatMap(({ brokerId }) => brokerId ?? []);
    const officeIds = turns.flatMap(({ by }) => by ?? []);
    const [needs, brokers, persons, firms] = await Promise.all([
      parts.needs.getMany(
        why,
        docs.map(({ needId }) => needId),
      ),
      parts.brokers.getMany(why, brokerIds),
      parts.persons && officeIds.length > 0 ? parts.persons([...new Set(officeIds)]) : undefined,
      parts.organizations.getMany(
        why,
        docs.map(({ organizationId }) => organizationId),
      ),
    ]);
    return {
      need({ needId: id }) {
        const need = needs.get(id)!;
        const firm = firms.get(need.organizationId);
        return {
          id,
          status: need.status,
          ...(readsField(actor, need, 'title') && { title: need.title }),
          ...(need.field && readsField(actor, need, 'field') && { field: need.field }),
          ...(firm &&
            readsField(actor, need, 'organization') && {
              organization: { id: firm._id, name: firm.name },
            }),
        };
      },
      broker: (id) => brokers.get(id)?.name,
      person: (id) => persons?.get(id)?.name,
    };
  };
}
