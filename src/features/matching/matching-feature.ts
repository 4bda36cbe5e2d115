import type { Connection } from 'mongoose';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { OrganizationNames } from '../organizations/organization-names.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { createMatchIndexer } from './match-indexer.ts';
import { askForRefresh, matchFollowUps, matchJobs, matchRepair } from './match-jobs.ts';
import { createMatchService } from './match-service.ts';
import { createMatchListStore, type MatchDecisionStore } from './match-store.ts';
import { createMatcher } from './matcher.ts';
import { createMeaningWork } from './meaning-jobs.ts';
import { openCollections } from './open-indexes.ts';
import { openMeaning } from './open-meaning.ts';
import { rankerModel } from './ranker.ts';
import { rankerFollowUps, rankerJobs } from './ranker-jobs.ts';
import { createRankerLearning } from './ranker-learning.ts';
import { createRankerService } from './ranker-service.ts';
import type { RankerStore } from './ranker-store.ts';
import { createSearchService } from './search-service.ts';
import { createSegmenter } from './segmenter.ts';

/** Matching and search put together: services, jobs, and what keeps the index true. */
export async function createMatching(parts: {
  config: Config;
  db: Connection;
  queues: Queues;
  clock: Clock;
  needs: NeedStore;
  capabilities: CapabilityStore;
  matchDecisions: MatchDecisionStore;
  rankers: RankerStore;
  engagements: EngagementStore;
  settings: SettingsService;
  organizationNames: OrganizationNames;
}) {
  const { config, db, matchDecisions: decisions, ...shared } = parts;
  const segmenter = createSegmenter();
  const meaning = await openMeaning({ ...shared, config, db });
  const { capabilities, needs } = await openCollections({ ...shared, config, segmenter, meaning });
  const { index: capabilityIndex } = capabilities;
  const { index: needIndex } = needs;
  const lists = createMatchListStore(db);
  await lists.createIndexes();
  const matcher = createMatcher({
    ...{ capabilities: capabilityIndex, needs: needIndex, segmenter },
    meaning: meaning?.vectors,
  });
  const shipped = rankerModel;
  const rankers = createRankerService({ rankers: parts.rankers, shipped, clock: parts.clock });
  const learning = createRankerLearning({ ...parts, decisions, service: rankers, shipped });
  const rankerOf = rankers.active;
  const matches = createMatchService({ ...shared, lists, decisions, matcher, rankerOf });
  const indexer = createMatchIndexer({ capabilities, needs, clock: shared.clock });
  const search = createSearchService({ ...shared, needIndex, capabilityIndex, segmenter });
  const work =
    meaning &&
    createMeaningWork({
      ...{ ...meaning, indexer, matches, queues: shared.queues },
      refresh: askForRefresh(shared.queues),
      now: () => shared.clock.now().getTime(),
    });
  const jobParts = {
    ...{ ...shared, indexer, matches, lists, rankerOf },
    meaning: meaning && work && { work, vectors: meaning.vectors },
  };
  const rankerParts = { ...shared, decisions, learning };
  return {
    matches,
    rankers,
    search,
    indexer,
    promising: lists.promising,
    followUps: [...matchFollowUps(jobParts), ...rankerFollowUps(rankerParts)],
    jobs: [...matchJobs(jobParts), ...rankerJobs(rankerParts), ...(work ? [work.job] : [])],
    repairs: [matchRepair(jobParts), ...(work ? [work.repair] : [])],
    probe: () => capabilityIndex.count(),
    /** Matching goes on without the server, so its absence is no reason to send nobody here. */
    optionalProbes: {
      ...(meaning && { embeddings: meaning.embedder.probe }),
      // Searches are answered still, from what was written before.
      ...(capabilityIndex.probeWrites && { search_writes: capabilityIndex.probeWrites }),
    },
    async close() {
      for (const index of [capabilityIndex, needIndex]) {
        await index.snapshot();
        await index.close();
      }
    },
  };
}
