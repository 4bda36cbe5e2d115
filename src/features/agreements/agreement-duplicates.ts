import { type Actor, systemActor } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { Agreement } from './agreement.ts';
import { likeness, likenessKey } from './agreement-duplicate.ts';
import type { AgreementStore } from './agreement-store.ts';
import type { Warning } from './agreement-warning.ts';

export type Duplicates = ReturnType<typeof createDuplicates>;

/** A recorded agreement, or one that is still typed and has no id. */
type Compared = Draft &
  Pick<Agreement, 'likeness' | 'status' | 'distinct'> &
  Partial<Pick<Agreement, '_id'>>;

type Draft = Pick<Agreement, 'seller' | 'buyer' | 'signedAt' | 'contractValueFen' | 'title'>;

/** A revoked record repeats nothing any more, and a cleared one is known to be another contract. */
const counts = (agreement: Pick<Agreement, 'status' | 'distinct'>): boolean =>
  agreement.status !== 'revoked' && agreement.status !== 'deregistered' && !agreement.distinct;

/** The guard against one contract recorded twice: finds, flags, and takes flags back. */
export function createDuplicates(parts: { agreements: AgreementStore; clock: Clock }) {
  const { agreements, clock } = parts;

  /** The earliest record of the very same contract, other than this one. */
  async function originalOf(draft: Draft, ownId?: string): Promise<string | undefined> {
    const key = likenessKey(draft);
    if (key === undefined) return undefined;
    const same = (await agreements.alike(key)).filter(
      (other) => other._id !== ownId && counts(other) && likeness(draft, other) === 'exact',
    );
    return same.map((other) => other._id).toSorted()[0];
  }

  async function flag(agreement: Agreement): Promise<void> {
    const original = counts(agreement) ? await originalOf(agreement, agreement._id) : undefined;
    // Ids are in the order of creation: only the later record repeats the earlier.
    const duplicateOf = original !== undefined && original < agreement._id ? original : undefined;
    if (duplicateOf === agreement.duplicateOf) return;
    const actor = systemActor(agreement.district);
    const action = duplicateOf === undefined ? 'duplicate_cleared' : 'duplicate_flagged';
    await agreements.change(
      { actor, at: clock.now() },
      actor,
      agreement._id,
      { action, todo: ['notify'] },
      () => ({ duplicateOf }),
    );
  }

  return {
    originalOf,

    /** Puts the flags of an agreement right, and of all that repeat or once repeated it. */
    async settle(agreement: Agreement): Promise<void> {
      const key = agreement.likeness;
      const near = key === undefined ? [] : await agreements.alike(key);
      const all = [agreement, ...near, ...(await agreements.repeating(agreement._id))];
      const once = new Map(all.map((one) => [one._id, one]));
      for (const one of once.values()) await flag(one);
    },

    /** Warnings about others; the other's id only where the actor may see it. */
    async warnings(actor: Actor, agreement: Compared): Promise<Warning[]> {
      if (agreement.likeness === undefined || !counts(agreement)) return [];
      const near = (await agreements.alike(agreement.likeness)).filter(
        (other) => other._id !== agreement._id && counts(other),
      );
      const found = near
        .map((other) => ({ id: other._id, how: likeness(agreement, other) }))
        .filter(({ how }) => how !== 'different');
      const seen = await agreements.getMany(
        actor,
        found.map(({ id }) => id),
      );
      return found.map(({ id, how }) => ({
        code: how === 'exact' ? 'exact_duplicate' : 'possible_duplicate',
        ...(seen.has(id) && { agreementId: id }),
      }));
    },
  };
}
