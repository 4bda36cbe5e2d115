import type { Stored } from '../../store/stored.ts';
import type { Band, RankerState } from '../../vocabulary.ts';
import type { Calibration } from './calibration.ts';
import type { HoldOut } from './hold-out.ts';
import type { RankerModel } from './ranker.ts';

/** How a band fared with real decisions. */
export type BandFigures = { band: Band; decisions: number; shortlisted: number };

/**
 * A version of a district's ranker, never changed in what it computes. The one that was activated
 * last is the one that counts, so that going back to one is a single write.
 */
export interface RankerRecord extends Stored {
  district: string;
  version: string;
  kind: 'shipped' | 'learnt';
  /** The shipped version whose parts its weights are about. */
  base: string;
  weights: RankerModel['weights'];
  bands: RankerModel['bands'];
  /** What it was learnt from; 0 for the shipped one. */
  decisions: number;
  /** On decisions that it was not fitted to; `null` for the shipped one. */
  holdOut: HoldOut | null;
  /** Whether the hold-out said better; another is kept for the record only. */
  accepted: boolean;
  activatedAt?: Date;
  /** What the district's own decisions say of its sums: there once there are enough of them. */
  calibration?: Calibration;
  bandFigures?: BandFigures[];
}

export type ActiveRanker = RankerModel & { calibration?: Calibration };

export const shippedId = (district: string, model: RankerModel) => `${district}-${model.version}`;

/** A learnt version is about the parts of the ranker it grew from: with other parts it says nothing. */
export const isUsable = (record: RankerRecord, shipped: RankerModel): boolean =>
  record.base === shipped.version && record.accepted;

export function activeModel(record: RankerRecord | undefined, shipped: RankerModel): ActiveRanker {
  if (record === undefined || !isUsable(record, shipped)) return shipped;
  const { version, weights, bands, calibration } = record;
  const own = record.kind === 'learnt' ? { version, weights, bands } : shipped;
  return { ...own, ...(calibration && { calibration }) };
}

export function stateOfRanker(record: RankerRecord, activeVersion: string): RankerState {
  if (record.version === activeVersion) return 'active';
  return record.accepted ? 'retired' : 'rejected';
}
