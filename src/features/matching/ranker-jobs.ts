import * as z from 'zod';
import { unscoped } from '../../access/actor.ts';
import { type FollowUp, followUp, type Job, job } from '../../jobs/job.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { refreshJob } from './match-jobs.ts';
import type { MatchDecisionStore } from './match-store.ts';
import type { RankerLearning } from './ranker-learning.ts';
import type { RankerStore } from './ranker-store.ts';

type Parts = {
  needs: NeedStore;
  decisions: MatchDecisionStore;
  rankers: RankerStore;
  learning: RankerLearning;
  queues: Queues;
};

const learnJob = 'ranker-learn';
/** Decisions come in a row: one fit for all of them. */
const gatherMs = 2_000;
const why = unscoped('follow-ups of a district');

export function rankerFollowUps(parts: Parts): FollowUp[] {
  const { needs, decisions, rankers, learning, queues } = parts;
  return [
    followUp({
      store: decisions,
      topic: 'learn',
      queue: 'matching',
      async handle(id) {
        const decision = await decisions.find(why, { _id: id });
        if (decision === null || !(await learning.isDue(decision.district))) return;
        const { district } = decision;
        await queues.add(learnJob, { district }, { id: district, delayMs: gatherMs });
      },
    }),
    followUp({
      store: rankers,
      topic: 'rematch',
      queue: 'matching',
      async handle(id, { signal }) {
        const ranker = await rankers.find(why, { _id: id });
        if (ranker === null) return;
        await learning.measureActive(ranker.district);
        const filter = { district: ranker.district, status: { $in: ['open', 'engaged'] } };
        for await (const { _id } of needs.each(why, filter, { _id: 1 })) {
          if (signal.aborted) return;
          await queues.add(refreshJob, { id: _id }, { id: _id });
        }
      },
    }),
  ];
}

/** One district's ranker fitted anew. */
export function rankerJobs({ learning }: Pick<Parts, 'learning'>): Job[] {
  return [
    job({
      name: learnJob,
      queue: 'matching',
      payload: z.object({ district: z.string() }),
      handle: ({ district }) => learning.learn(district),
    }),
  ];
}
