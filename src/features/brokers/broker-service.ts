import { type Actor, type Command, unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { forbidden, invalid, invalidField } from '../../errors.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { AssignmentStore } from './assignment-store.ts';
import {
  type Broker,
  canBroker,
  conflictingParties,
  isOnLeave,
  keptByBroker,
  noRecord,
} from './broker.ts';
import { type FindPersons, mayBroker } from './broker-people.ts';
import type { BrokerInput, BrokerPatch } from './broker-schema.ts';
import type { BrokerStore } from './broker-store.ts';

export type BrokerService = ReturnType<typeof createBrokerService>;

/** Changes after which open questions, and needs that wait for room, are looked at again. */
const changesAssignments = ['leave', 'conflicts', 'employerId', 'active', 'capacity', 'fields'];

export function createBrokerService(parts: {
  brokers: BrokerStore;
  assignments: AssignmentStore;
  organizations: OrganizationStore;
  /** Looks an account up; without it the office's word is taken. */
  persons?: FindPersons | undefined;
}) {
  const { brokers, assignments, organizations, persons } = parts;

  async function nameOf(userId: string, district: string): Promise<string> {
    if (!persons) return userId;
    const someone = (await persons([userId])).get(userId);
    if (!someone || someone.disabledAt || someone.district !== district) {
      throw invalidField('userId', 'unknown', 'No such person in your district.');
    }
    if (!mayBroker(someone, district)) {
      throw invalidField('userId', 'not_a_broker', 'Give this person the role broker first.');
    }
    return someone.name;
  }

  /** A tie to an organization that does not exist would bind nobody. */
  async function checkTies(ties: Pick<BrokerPatch, 'employerId' | 'conflicts'>): Promise<void> {
    const named = [
      ...(ties.employerId ? [['employerId', ties.employerId] as const] : []),
      ...(ties.conflicts ?? []).map((id, i) => [`conflicts.${i}`, id] as const),
    ];
    const scope = unscoped('a tie may be to any organization');
    const found = await organizations.getMany(
      scope,
      named.map(([, id]) => id),
    );
    const wrong = named.filter(([, id]) => !found.has(id));
    if (wrong.length === 0) return;
    throw invalid(
      wrong.map(([path]) => ({ path, code: 'unknown', message: 'No such organization.' })),
    );
  }

  return {
    get: (actor: Actor, id: string) => brokers.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) => brokers.list(actor, filter, page),

    async create(cmd: Command, { userId, ...input }: BrokerInput): Promise<Broker> {
      const { district } = cmd.actor;
      if (!canBroker(cmd.actor, 'create', { district })) throw forbidden();
      await checkTies(input);
      const known = await nameOf(userId, district);
      const name = input.name ?? known;
      const fields = { ...input, name, district, claims: [], record: noRecord };
      return brokers.insert(cmd, fields, { action: 'created', todo: ['assignments'] }, userId);
    },

    async update(
      cmd: Command,
      id: string,
      patch: BrokerPatch,
      ifMatch: number | undefined,
    ): Promise<Broker> {
      const touched = changesAssignments.some((key) => key in patch);
      const step = { action: 'updated', ifMatch, todo: touched ? ['assignments'] : [] };
      return brokers.change(cmd, cmd.actor, id, step, async (doc) => {
        if (!canBroker(cmd.actor, 'update', doc)) throw forbidden();
        if (!canBroker(cmd.actor, 'create', doc)) refuseWhatTheOfficeKeeps(doc, patch);
        await checkTies(patch);
        return patch;
      });
    },

    /** Those of the organizations that this broker must not deal with; for both sides of a deal. */
    async ties(brokerId: string, parties: readonly string[]): Promise<string[]> {
      const broker = await brokers.find(unscoped('ties are asked by rules'), { _id: brokerId });
      return broker ? conflictingParties(broker, parties) : [];
    },

    /** What a broker carries against the capacity; for the office and the broker in person. */
    async load(actor: Actor, id: string, at: Date) {
      const broker = await brokers.get(actor, id);
      if (!canBroker(actor, 'read_load', broker)) throw forbidden();
      const { proposed, accepted } = await assignments.load(id);
      const load = proposed + accepted;
      return {
        brokerId: id,
        capacity: broker.capacity,
        proposed,
        accepted,
        load,
        room: Math.max(0, broker.capacity - load),
        onLeave: isOnLeave(broker.leave, shanghaiDate(at)),
      };
    },
  };
}

/** A broker takes leave and declares conflicts; a conflict once declared is lifted by the office. */
function refuseWhatTheOfficeKeeps(doc: Broker, patch: BrokerPatch): void {
  const kept: readonly string[] = keptByBroker;
  const other = Object.keys(patch).find((key) => !kept.includes(key));
  if (other) throw invalidField(other, 'bureau_only', 'Only the bureau changes this field.');
  const lifted = patch.conflicts && doc.conflicts.some((id) => !patch.conflicts!.includes(id));
  if (lifted) {
    throw invalidField('conflicts', 'bureau_only', 'Only the bureau lifts a declared conflict.');
  }
}
