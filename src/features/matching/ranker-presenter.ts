import { presentStored } from '../../store/present.ts';
import { shareInterval } from './calibration.ts';
import type { RankerAnswer } from './ranker-schema.ts';
import type { RankerView } from './ranker-service.ts';

export function presentRanker({ record, state }: RankerView): RankerAnswer {
  const { version, kind, weights, bands, decisions, holdOut, activatedAt } = record;
  const { bandFigures, calibration } = record;
  return {
    ...presentStored(record),
    ...{ version, state, learnt: kind === 'learnt', weights, bands, decisions, holdOut },
    ...(activatedAt && { activatedAt: activatedAt.toISOString() }),
    ...(bandFigures && {
      bandFigures: bandFigures.map((one) => ({
        ...one,
        ...shareInterval(one.shortlisted, one.decisions),
      })),
    }),
    ...(calibration && {
      calibration: {
        decisions: calibration.decisions,
        brier: calibration.brier,
        reliability: calibration.reliability,
      },
    }),
  };
}
