export const capabilityStages = ['early', 'middle', 'mature'] as const;
export type CapabilityStage = (typeof capabilityStages)[number];

/** Whether a capability is on offer. */
export const capabilityStatuses = ['published', 'withdrawn'] as const;
export type CapabilityStatus = (typeof capabilityStatuses)[number];

/** Who sees a published capability: everyone, the institute's district, or the institute alone. */
export const capabilityVisibilities = ['public', 'district', 'organization'] as const;
export type CapabilityVisibility = (typeof capabilityVisibilities)[number];
