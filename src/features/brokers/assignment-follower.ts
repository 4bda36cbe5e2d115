import type { Command } from '../../access/actor.ts';
import type { NeedService } from '../needs/need-service.ts';
import type { Assignment } from './assignment.ts';
import type { AssignmentStore } from './assignment-store.ts';

export type AssignmentFollower = ReturnType<typeof createAssignmentFollower>;

/**
 * Carries the broker over to the need, whose `assigned` layer the broker reads. Looks again after
 * writing, so that of two that run at once the later assignment stands.
 */
export function createAssignmentFollower(parts: {
  assignments: AssignmentStore;
  needs: Pick<NeedService, 'follow'>;
}) {
  return async function follow(cmd: Command, assignment: Assignment): Promise<void> {
    let now: Assignment | null = assignment;
    for (let looks = 0; now && looks < 5; looks += 1) {
      const { needId, brokerId }: Assignment = now;
      await parts.needs.follow({ ...cmd, repeat: undefined }, needId, { brokerId });
      now = await parts.assignments.ofNeed(needId);
      if (now?.brokerId === brokerId) return;
    }
  };
}
