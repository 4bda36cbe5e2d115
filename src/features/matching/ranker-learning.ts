import { systemActor } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { calibrate } from './calibration.ts';
import { createDistrictDecisions, outcomesBy } from './district-decisions.ts';
import { fitWeights } from './fit-ranker.ts';
import { type HoldOut, holdOut, isBetter } from './hold-out.ts';
import { bandOf, type RankerModel } from './ranker.ts';
import type { BandFigures } from './ranker-record.ts';
import { shippedId } from './ranker-record.ts';
import type { RankerService } from './ranker-service.ts';
import type { RankerStore } from './ranker-store.ts';

export type RankerLearning = ReturnType<typeof createRankerLearning>;

type Decided = Awaited<ReturnType<ReturnType<typeof createDistrictDecisions>['read']>>;

/** Re-fits a district's ranker to what its brokers decided, and says how its sums came true. */
export function createRankerLearning(
  parts: Parameters<typeof createDistrictDecisions>[0] & {
    rankers: RankerStore;
    service: RankerService;
    settings: SettingsService;
    shipped: RankerModel;
    clock: Clock;
  },
) {
  const { rankers, service, settings, shipped, clock } = parts;
  const district = createDistrictDecisions(parts);
  const command = (name: string) => ({ actor: systemActor(name), at: clock.now() });

  async function store(name: string, decided: Decided, active: RankerModel, figures: HoldOut) {
    const accepted = isBetter(figures);
    const weights = await fitWeights(decided.examples, active.weights);
    const cmd = command(name);
    const stamp = cmd.at.toISOString().replace(/\D/g, '').slice(0, 14);
    const version = `${shipped.version}.${stamp}`;
    const step = { action: accepted ? 'activated' : 'rejected', todo: accepted ? ['rematch'] : [] };
    const { bands } = active;
    const fields = {
      ...{ district: name, version, kind: 'learnt' as const, base: shipped.version },
      ...{ weights, bands, decisions: decided.count, holdOut: figures, accepted },
      ...(accepted && { activatedAt: cmd.at }),
    };
    try {
      await rankers.insert(cmd, fields, step, `${name}-${version}`);
    } catch (error) {
      // The same job ran twice within a second: one version is enough.
      if ((error as { code?: string }).code !== 'already_exists') throw error;
    }
  }

  /** What the active ranker's sums came to: only the document says it, the order does not change. */
  async function measureActive(name: string): Promise<void> {
    const decided = await district.read(name);
    const active = await service.active(name);
    const outcomes = outcomesBy(decided.rows, active.weights);
    const enough = outcomes.length >= (await settings.of(name)).calibrateFromDecisions;
    const calibration = enough ? calibrate(outcomes) : undefined;
    const bandFigures = bandsOf(outcomes, active);
    await service.ensureShipped(name);
    const record = await rankers.lastActivated(name);
    const id = record?.version === active.version ? record._id : shippedId(name, shipped);
    await rankers.change(command(name), service.everywhere, id, { action: 'measured' }, () => ({
      calibration,
      bandFigures,
    }));
  }

  return {
    measureActive,

    /** Whether enough was decided since the last version, or since the last look at its sums. */
    async isDue(name: string): Promise<boolean> {
      const { learnAfterDecisions } = await settings.of(name);
      const since = (await service.latest(name))?.decisions ?? 0;
      return (await district.count(name)) - since >= learnAfterDecisions;
    },

    /** Job: a version of the decisions so far, taken only when decisions held out say better. */
    async learn(name: string): Promise<void> {
      const decided = await district.read(name);
      const active = await service.active(name);
      const figures = await holdOut(decided.examples, active.weights);
      if (figures !== undefined) await store(name, decided, active, figures);
      await measureActive(name);
    },
  };
}

function bandsOf(outcomes: ReturnType<typeof outcomesBy>, model: RankerModel): BandFigures[] {
  return (['strong', 'worth_a_call', 'weak'] as const).map((band) => {
    const some = outcomes.filter((one) => bandOf(one, model) === band);
    const shortlisted = some.filter((one) => one.shortlisted).length;
    return { band, decisions: some.length, shortlisted };
  });
}
