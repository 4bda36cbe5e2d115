import { isDeepStrictEqual } from 'node:util';
import { type Command, unscoped } from '../../access/actor.ts';
import type { Need } from '../needs/need.ts';
import type { NeedService } from '../needs/need-service.ts';
import { type Assignment, end } from './assignment.ts';
import { afterChange } from './assignment-proposer.ts';
import type { AssignmentStore } from './assignment-store.ts';

/** Whoever is asked reads the need; whoever has accepted leads it. */
const brokersOf = ({ brokerId, status }: Assignment) => ({
  brokerId,
  leadId: status === 'accepted' ? brokerId : undefined,
});

export type AssignmentFollower = ReturnType<typeof createAssignmentFollower>;

/** Keeps an assignment and its need in step, whichever of the two moved. */
export function createAssignmentFollower(parts: {
  assignments: AssignmentStore;
  needs: Pick<NeedService, 'follow'>;
}) {
  const { assignments, needs } = parts;

  /** The need is closed: nobody is asked or leads any more, and the places come free. */
  async function followNeed(cmd: Command, need: Need): Promise<void> {
    const doc = await assignments.ofNeed(need._id);
    if (!doc || doc.endedAt || need.status !== 'closed') return;
    const scope = unscoped('an assignment ends with its need');
    const step = { action: 'ended', ifMatch: doc.revision, todo: afterChange };
    await assignments.change({ ...cmd, repeat: undefined }, scope, doc._id, step, (now) =>
      end(now, need.closeCode === 'solved', cmd.at),
    );
  }

  /**
   * Carries the broker over to the need, whose `assigned` layer the broker reads. Looks again after
   * writing, so that of two that run at once the later assignment stands; and finds out whether the
   * need was closed while somebody was being asked.
   */
  async function followAssignment(cmd: Command, assignment: Assignment): Promise<void> {
    let now: Assignment | null = assignment;
    for (let looks = 0; now && looks < 5; looks += 1) {
      const { needId }: Assignment = now;
      const seen = brokersOf(now);
      const need: Need = await needs.follow({ ...cmd, repeat: undefined }, needId, seen);
      if (need.status === 'closed') await followNeed(cmd, need);
      now = await assignments.ofNeed(needId);
      if (now && isDeepStrictEqual(brokersOf(now), seen)) return;
    }
  }

  return { followNeed, followAssignment };
}
