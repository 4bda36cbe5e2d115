import { type FunnelStep, funnelSteps } from '../../vocabulary.ts';
import { proportion } from '../agreements/agreement-money.ts';

/** The day on which each step was taken, as far as it was; `YYYY-MM-DD` in Asia/Shanghai. */
export type StepDays = Partial<Record<FunnelStep, string>>;

/**
 * The day on which each step was reached. Who took a later step has also come past those before it
 * (a contract is proof enough that both sides have met), on the later step's day at the latest; so
 * no step is ever reached by more needs, or later, than the one after it.
 */
export function reachedDays(taken: StepDays, until: string): StepDays {
  const reached: StepDays = {};
  let later: string | undefined;
  for (const step of funnelSteps.toReversed()) {
    const own = taken[step];
    const known = own !== undefined && own <= until ? own : undefined;
    later = known === undefined || (later !== undefined && later < known) ? later : known;
    if (later !== undefined) reached[step] = later;
  }
  return reached;
}

/** The last step that was reached; a need of the cohort was posted. */
export const furthest = (reached: StepDays): FunnelStep =>
  funnelSteps.findLast((step) => reached[step] !== undefined) ?? 'posted';

export interface FunnelBar {
  step: FunnelStep;
  /** Needs that reached the step. */
  reached: number;
  /** Needs that reached the step before it, and not this one (yet). */
  lost: number;
  /** Of the needs posted, in thousandths, rounded. */
  permille: number;
}

/** Counts each need once at every step that it reached. */
export function createFunnelFold() {
  const counts = new Map<FunnelStep, number>(funnelSteps.map((step) => [step, 0]));
  return {
    add(reached: StepDays): void {
      for (const step of funnelSteps) {
        if (reached[step] !== undefined) counts.set(step, counts.get(step)! + 1);
      }
    },
    result(): FunnelBar[] {
      const posted = counts.get('posted')!;
      return funnelSteps.map((step, at) => {
        const reached = counts.get(step)!;
        const before = counts.get(funnelSteps[at - 1] ?? step)!;
        const permille = proportion(reached, 1000, posted);
        return { step, reached, lost: before - reached, permille };
      });
    },
  };
}
