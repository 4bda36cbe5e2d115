import * as z from 'zod';
import { unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { type FollowUp, followUp, type Job, job } from '../../jobs/job.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { MatchIndexer } from './match-indexer.ts';
import type { RankerOf } from './match-making.ts';
import type { MatchService } from './match-service.ts';
import type { MatchListStore } from './match-store.ts';
import type { MeaningWork } from './meaning-jobs.ts';
import type { MeaningVectors } from './meaning-vectors.ts';
import { type RankerModel, versionOf } from './ranker.ts';

type OpenNeed = Pick<Need, '_id' | 'contentRevision' | 'district'>;

type Parts = {
  needs: NeedStore;
  capabilities: CapabilityStore;
  indexer: MatchIndexer;
  matches: MatchService;
  lists: MatchListStore;
  rankerOf: RankerOf;
  queues: Queues;
  clock: Clock;
  /** Absent without an embedding server. */
  meaning?: { work: MeaningWork; vectors: MeaningVectors } | undefined;
};

/** Makes a need's lists again. */
export const refreshJob = 'match-refresh';
/** An import brings many capabilities at once: a need's list is made again once for all of them. */
const gatherMs = 2_000;
const dayMs = 24 * 3_600_000;
const page = 500;

/** Has a need's lists made again, once for all who ask within the delay. */
export const askForRefresh =
  (queues: Queues) =>
  (id: string, delayMs = gatherMs) =>
    // A name for each delay: who waits long must not hold up who is in a hurry.
    queues.add(refreshJob, { id }, { id: `${id}-${delayMs}`, delayMs });

export function matchFollowUps(parts: Parts): FollowUp[] {
  const { needs, capabilities, indexer, matches, queues, meaning } = parts;
  const refresh = askForRefresh(queues);
  return [
    followUp({
      store: capabilities,
      topic: 'index',
      queue: 'matching',
      handle: (id) => indexer.indexCapability(id),
    }),
    followUp({
      store: needs,
      topic: 'index',
      queue: 'matching',
      handle: (id) => indexer.indexNeed(id),
    }),
    followUp({
      store: needs,
      topic: 'match',
      queue: 'matching',
      async handle(id) {
        await matches.matchNeed(id);
        // The list is made again once the need has its vector, be it soon or after an outage.
        await meaning?.work.askFor('need', id);
      },
    }),
    followUp({
      store: capabilities,
      topic: 'match',
      queue: 'matching',
      async handle(id) {
        // The lists to come must find it, and the job that indexes it may still wait.
        await indexer.indexCapability(id);
        for (const needId of await matches.needsTouchedBy(id)) await refresh(needId);
        await meaning?.work.askFor('capability', id);
      },
    }),
  ];
}

/** Makes a need's lists again because something else changed. */
export function matchJobs({ matches }: Pick<Parts, 'matches'>): Job[] {
  return [
    job({
      name: refreshJob,
      queue: 'matching',
      payload: z.object({ id: z.string() }),
      handle: ({ id }) => matches.matchNeed(id),
    }),
  ];
}

/** The index follows the store, and every open need has lists by this ranker that are not old. */
export function matchRepair(parts: Parts): Repair {
  const { needs, lists, indexer, rankerOf, queues, clock, meaning } = parts;

  async function refreshOld(some: readonly OpenNeed[]) {
    const versions = await lists.versions(some.map(({ _id }) => _id));
    const current = new Map<string, RankerModel>();
    for (const { district } of some) {
      if (!current.has(district)) current.set(district, await rankerOf(district));
    }
    const vectored = await meaning?.vectors.currentNeeds(some);
    for (const { _id: id, contentRevision, district } of some) {
      const list = versions.get(id);
      const fresh =
        list !== undefined &&
        list.needRevision >= contentRevision &&
        list.rankerVersion ===
          versionOf(
            current.get(district)!,
            vectored?.has(id) ? meaning?.vectors.model : undefined,
          ) &&
        clock.now().getTime() - list.madeAt.getTime() < dayMs;
      if (!fresh) await queues.add(refreshJob, { id }, { id });
    }
  }

  return {
    name: 'matching',
    async run(signal) {
      const compared = await indexer.reconcile(signal);
      if (!compared) return;
      let some: OpenNeed[] = [];
      const every = unscoped('every open need is matched');
      const shown = { contentRevision: 1, district: 1 } as const;
      for await (const need of needs.each(every, { status: 'open' }, shown)) {
        if (signal.aborted) return;
        some.push(need);
        if (some.length < page) continue;
        await refreshOld(some);
        some = [];
      }
      await refreshOld(some);
    },
  };
}
