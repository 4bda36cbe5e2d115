import { type Command, type Scope, unscoped } from '../../access/actor.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';

/** What an agreement takes over from the engagement that it is tied to. */
export interface EngagementFacts {
  needId: string;
  /** The enterprise whose need it is. */
  enterpriseId: string;
  instituteId: string;
  /** The lead broker, while there is one. */
  brokerId?: string;
  shares: { brokerId: string; percent: number }[];
  districts: string[];
  /** When the second reader accepted the need; absent while nobody has. */
  needVettedAt?: Date;
}

/** What agreements and engagements have to say to each other. */
export interface EngagementLink {
  /** The engagement, where the scope sees it. */
  facts(scope: Scope, id: string): Promise<EngagementFacts | null>;
  /** Tells the engagement, and with it the need, of a signed agreement; may be told twice. */
  agreementSigned(
    cmd: Command,
    signed: { engagementId: string; agreementId: string; signedAt: string },
  ): Promise<void>;
}

/** Where no engagements are kept: agreements are the district's, and none is a brokered one. */
export const noEngagements: EngagementLink = {
  facts: async () => null,
  agreementSigned: async () => {},
};

/** What agreements need of other features, and nothing more. */
export interface Neighbours {
  engagements: EngagementLink;
  /** Those of the capabilities that exist. */
  knownCapabilities(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export function createNeighbours(parts: {
  engagements: EngagementLink;
  capabilities: CapabilityStore;
}): Neighbours {
  const named = unscoped('an agreement may name what its institute has withdrawn since');
  return {
    engagements: parts.engagements,
    async knownCapabilities(ids) {
      return new Set((await parts.capabilities.getMany(named, ids)).keys());
    },
  };
}
