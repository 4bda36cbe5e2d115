import { ownFields, presentStored } from '../../store/present.ts';
import type { Capability } from './capability.ts';
import type { CapabilityAnswer } from './capability-schema.ts';

export function presentCapability(doc: Capability, instituteName: string): CapabilityAnswer {
  const { contentRevision, enteredBy, ...shown } = ownFields(doc);
  return {
    ...presentStored(doc),
    ...shown,
    institute: { id: doc.organizationId, name: instituteName },
  };
}
