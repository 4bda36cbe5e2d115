import type { NewId } from '../ids.ts';
import type { StoreKit } from './store-kit.ts';

type Means = Pick<StoreKit, 'newId' | 'nudge'>;

export interface Writing extends Means {
  /**
   * Does work with ids of its own making and without queueing a single follow-up; what documents
   * still owe afterwards is the reconciler's. Only while nobody else writes: before the service
   * listens and before its workers start.
   */
  past<T>(newId: NewId, work: () => Promise<T>): Promise<T>;
}

/** What every store writes with, so that a past can be written with other means. */
export function createWriting(usual: Means): Writing {
  let means = usual;
  return {
    newId: (at) => means.newId(at),
    nudge: (...what) => means.nudge(...what),
    async past(newId, work) {
      means = { newId, nudge: () => {} };
      try {
        return await work();
      } finally {
        means = usual;
      }
    },
  };
}
