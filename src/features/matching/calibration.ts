import { foldOf } from './hold-out.ts';

/** A decided pair by its sum: what a probability is learnt from. */
export type Outcome = { needId: string; total: number; shortlisted: boolean };

/** Decided pairs by what was foretold without their need, in tenths; together all of them. */
export type ReliabilityRow = {
  from: number;
  to: number;
  decisions: number;
  foretold: number;
  shortlisted: number;
};

export type Calibration = {
  /** The chance is 1 / (1 + e^-(intercept + slope · sum)). */
  intercept: number;
  slope: number;
  decisions: number;
  /** Mean square of what was foretold less what came, over held-out needs; 0.25 knows nothing. */
  brier: number;
  reliability: ReliabilityRow[];
};

type Curve = Pick<Calibration, 'intercept' | 'slope'>;

export const probabilityOf = ({ intercept, slope }: Curve, total: number): number =>
  1 / (1 + Math.exp(-(intercept + slope * total)));

/**
 * The chance that the need's side shortlists a pair of a given sum, with the table that says how far
 * such chances came true. `undefined` where higher sums were not shortlisted more.
 */
export function calibrate(outcomes: readonly Outcome[]): Calibration | undefined {
  const curve = fitCurve(outcomes);
  if (curve === undefined) return undefined;
  const curves = new Map<number, Curve>();
  const foretold = outcomes.map((one) => {
    const fold = foldOf(one.needId);
    return { one, p: probabilityOf(curveWithout(fold), one.total) };
  });
  function curveWithout(fold: number): Curve {
    const known = curves.get(fold);
    if (known !== undefined) return known;
    const made = fitCurve(outcomes.filter(({ needId }) => foldOf(needId) !== fold)) ?? curve!;
    curves.set(fold, made);
    return made;
  }
  const squares = foretold.reduce(
    (sum, { one, p }) => sum + (p - (one.shortlisted ? 1 : 0)) ** 2,
    0,
  );
  const reliability = Array.from({ length: 10 }, (_, tenth): ReliabilityRow => {
    const some = foretold.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === tenth);
    return {
      from: tenth / 10,
      to: (tenth + 1) / 10,
      decisions: some.length,
      foretold: some.length === 0 ? 0 : some.reduce((sum, { p }) => sum + p, 0) / some.length,
      shortlisted: some.filter(({ one }) => one.shortlisted).length,
    };
  }).filter(({ decisions }) => decisions > 0);
  return { ...curve, decisions: outcomes.length, brier: squares / outcomes.length, reliability };
}

/** Logistic curve by Newton's method, with a trace of a prior so that no slope runs away. */
function fitCurve(outcomes: readonly Outcome[]): Curve | undefined {
  const yes = outcomes.filter(({ shortlisted }) => shortlisted).length;
  if (yes === 0 || yes === outcomes.length) return undefined;
  let intercept = Math.log(yes / (outcomes.length - yes));
  let slope = 0;
  const prior = 1e-3;
  for (let round = 0; round < 50; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, prior * slope, 1e-9, 0, prior];
    for (const { total, shortlisted } of outcomes) {
      const p = probabilityOf({ intercept, slope }, total);
      const error = p - (shortlisted ? 1 : 0);
      const doubt = p * (1 - p);
      g0 += error;
      g1 += error * total;
      h00 += doubt;
      h01 += doubt * total;
      h11 += doubt * total * total;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 0)) return undefined;
    const steps = [
      (h11 * g0 - h01 * g1) / determinant,
      (h00 * g1 - h01 * g0) / determinant,
    ] as const;
    intercept -= steps[0];
    slope -= steps[1];
    if (Math.abs(steps[0]) + Math.abs(steps[1]) < 1e-9) break;
  }
  return slope > 0 && Number.isFinite(slope + intercept) ? { intercept, slope } : undefined;
}

/** Wilson's 95 % interval of a share. */
export function shareInterval(some: number, all: number): { low: number; high: number } {
  if (all === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const p = some / all;
  const middle = p + (z * z) / (2 * all);
  const width = z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
  const whole = 1 + (z * z) / all;
  return {
    low: Math.max(0, (middle - width) / whole),
    high: Math.min(1, (middle + width) / whole),
  };
}
