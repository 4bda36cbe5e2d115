import { type Unscoped, unscoped } from '../../access/actor.ts';
import type { Filter } from '../../store/filter.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { CandidateDocument } from './candidate-index.ts';
import { capabilityDocument, needDocument } from './match-texts.ts';

const projection: Unscoped = unscoped('the index is a projection of the store');

/** What belongs into an index, by filter and by document; the two say the same. */
const offered: Filter = { status: 'published' };
const isOffered = (capability: Capability) => capability.status === 'published';
const open: Filter = { status: 'open' };
const isOpen = (need: Need) => need.status === 'open';

/** Where an index gets its documents from. */
export type MatchSource = {
  count(): Promise<number>;
  revisions(): AsyncIterable<{ _id: string; revision: number; contentRevision: number }>;
  documents(): AsyncIterable<CandidateDocument>;
  /** The documents of some ids as they are now; those that do not belong are left out. */
  some(ids: readonly string[]): Promise<CandidateDocument[]>;
};

const revisions = { revision: 1, contentRevision: 1 } as const;

export function capabilitySource(capabilities: CapabilityStore): MatchSource {
  return {
    count: () => capabilities.count(projection, offered),
    revisions: () => capabilities.each(projection, offered, revisions),
    documents: () => documentsOf(capabilities.each(projection, offered), capabilityDocument),
    some: async (ids) =>
      [...(await capabilities.getMany(projection, ids)).values()]
        .filter(isOffered)
        .map(capabilityDocument),
  };
}

export function needSource(needs: NeedStore): MatchSource {
  return {
    count: () => needs.count(projection, open),
    revisions: () => needs.each(projection, open, revisions),
    documents: () => documentsOf(needs.each(projection, open), needDocument),
    some: async (ids) =>
      [...(await needs.getMany(projection, ids)).values()].filter(isOpen).map(needDocument),
  };
}

async function* documentsOf<T>(
  rows: AsyncIterable<T>,
  document: (row: T) => CandidateDocument,
): AsyncIterable<CandidateDocument> {
  for await (const row of rows) yield document(row);
}
