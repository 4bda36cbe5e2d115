import type { Actor } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { ownFields, presentStored } from '../../store/present.ts';
import { type Capability, canCapability } from './capability.ts';
import type { CapabilityAnswer } from './capability-schema.ts';

export function presentCapability(
  actor: Actor,
  doc: Capability,
  instituteName: string,
): CapabilityAnswer {
  const keeps = canCapability(actor, doc);
  const { contentRevision, enteredBy, ...shown } = ownFields(doc);
  return {
    ...presentStored(doc),
    actions: actionsThat(actor, 'capabilities', {
      update: keeps,
      withdraw: keeps && doc.status === 'published',
      publish: keeps && doc.status === 'withdrawn',
    }),
    ...shown,
    institute: { id: doc.organizationId, name: instituteName },
  };
}
