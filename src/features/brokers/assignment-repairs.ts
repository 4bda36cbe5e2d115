import type { Clock } from '../../clock.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { AssignmentKeeper } from './assignment-keeper.ts';
import type { AssignmentStore } from './assignment-store.ts';

interface Parts {
  clock: Clock;
  queues: Queues;
  assignments: AssignmentStore;
  keeper: AssignmentKeeper;
  gather(district: string): Promise<void>;
}

/** What the store alone shows to be owed, whatever became of the queues. */
export function assignmentRepairs(parts: Parts): Repair[] {
  const { clock, queues, assignments, keeper, gather } = parts;
  return [
    {
      name: 'overdue-assignments',
      async run(signal) {
        for await (const { _id: id, status } of assignments.overdue(clock.now())) {
          if (signal.aborted) return;
          const name = status === 'proposed' ? 'expire-proposal' : 'check-first-contact';
          await queues.add(name, { id }, { id: `${id}-overdue` });
        }
      },
    },
    { name: 'dead-claims', run: (signal) => keeper.dropDeadClaims(signal) },
    {
      name: 'needs-without-broker',
      async run(signal) {
        const districts = new Set<string>();
        for await (const { district } of assignments.withoutRoom()) {
          if (signal.aborted) return;
          if (!districts.has(district)) await gather(district);
          districts.add(district);
        }
      },
    },
  ];
}
