import { type Actor, type Command, hasRole, unscoped } from '../../access/actor.ts';
import { conflict, forbidden, invalidField } from '../../errors.ts';
import { difference } from '../../store/difference.ts';
import type { Step } from '../../store/document-store.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { CapabilityStatus } from '../../vocabulary.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { type Capability, canCapability, canEnterFor, capabilityContent } from './capability.ts';
import type { CapabilityInput, CapabilityPatch } from './capability-schema.ts';
import type { CapabilityStore } from './capability-store.ts';

export type CapabilityService = ReturnType<typeof createCapabilityService>;

type Institute = Pick<Capability, 'organizationId' | 'district'>;

const follows = ['index', 'match'] as const;

export function createCapabilityService(parts: {
  capabilities: CapabilityStore;
  organizations: OrganizationStore;
}) {
  const { capabilities, organizations } = parts;

  /** The institute a new capability belongs to: the actor's own, or the one it is entered for. */
  async function instituteOf(actor: Actor, organizationId: string | undefined): Promise<Institute> {
    const own = hasRole(actor, 'institute') ? actor.organizationId : undefined;
    const wanted = organizationId ?? own;
    if (wanted === undefined) {
      if (!hasRole(actor, 'bureau', 'admin', 'broker', 'system')) throw forbidden();
      throw invalidField('organizationId', 'required', 'Name the institute you enter it for.');
    }
    const found = await organizations.find(unscoped('institutes are public'), {
      _id: wanted,
      kind: 'institute',
    });
    if (!found) {
      throw invalidField('organizationId', 'unknown_organization', 'There is no such institute.');
    }
    return { organizationId: found._id, district: found.district };
  }

  function insert(cmd: Command, institute: Institute, input: CapabilityInput) {
    const { organizationId, district } = institute;
    if (!canEnterFor(cmd.actor, institute)) throw forbidden();
    return capabilities.insert(
      cmd,
      {
        ...input,
        organizationId,
        district,
        status: 'published',
        contentRevision: 1,
        enteredBy: cmd.actor.id,
      },
      { action: 'created', todo: follows },
    );
  }

  /** One change that the actor may make, with what search and matching must redo. */
  function act(
    cmd: Command,
    id: string,
    step: Step,
    decide: (doc: Capability) => Partial<Capability>,
  ): Promise<Capability> {
    return capabilities.change(cmd, cmd.actor, id, { ...step, todo: follows }, (doc) => {
      if (!canCapability(cmd.actor, doc)) throw forbidden();
      return decide(doc);
    });
  }

  function changed(doc: Capability, patch: CapabilityPatch): Partial<Capability> {
    const touched = capabilityContent.some(
      (key) => key in patch && difference(doc[key], patch[key]).length > 0,
    );
    return {
      ...(patch as Partial<Capability>),
      ...(touched && { contentRevision: doc.revision + 1 }),
    };
  }

  const become = (cmd: Command, id: string, status: CapabilityStatus, action: string) =>
    act(cmd, id, { action }, (doc) => {
      if (doc.status === status) throw conflict('wrong_state', `It is ${status} already.`);
      return { status };
    });

  return {
    get: (actor: Actor, id: string) => capabilities.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) =>
      capabilities.list(actor, filter, page),

    async create(cmd: Command, input: CapabilityInput): Promise<Capability> {
      const institute = await instituteOf(cmd.actor, input.organizationId);
      return insert(cmd, institute, input);
    },

    /** A row of an import, whose institute was looked up and is known to be the actor's to fill. */
    importOne: (cmd: Command, institute: Institute, input: CapabilityInput) =>
      insert(cmd, institute, input),

    update: (cmd: Command, id: string, patch: CapabilityPatch, ifMatch: number | undefined) =>
      act(cmd, id, { action: 'updated', ifMatch }, (doc) => changed(doc, patch)),

    /** Off the offer for everyone else; nothing is deleted. */
    withdraw: (cmd: Command, id: string) => become(cmd, id, 'withdrawn', 'withdrawn'),

    publish: (cmd: Command, id: string) => become(cmd, id, 'published', 'published'),
  };
}
