import { proportion } from '../agreements/agreement-money.ts';
import type { AgreementFacts, Figures, ReportQuery, Summary } from './report.ts';
import { difference } from './report-adjustment.ts';
import { monthsOf, type Period, periodBefore } from './report-period.ts';
import type { SolvedNeed } from './report-solved.ts';
import { createSummaryFold } from './report-summary.ts';

export interface GlanceFigures extends Figures {
  /** Distinct needs. */
  needsSolved: number;
}

/** One month of the trend; of a month cut by the ends of the period, the days inside it. */
export interface GlanceMonth extends GlanceFigures {
  month: string;
}

export interface GlancePeriod extends Period {
  figures: GlanceFigures;
  months: GlanceMonth[];
  excluded: Summary['excluded'];
}

export interface Glance {
  current: GlancePeriod;
  before: GlancePeriod;
  /** Current − before. */
  change: GlanceFigures;
  /** The change in thousandths of the figure before, rounded; none where that is 0. */
  changePermille: Partial<GlanceFigures>;
}

/** One period's figures and its trend, folded from agreements and solved needs in any order. */
function createPeriodFold(query: ReportQuery) {
  const fold = createSummaryFold({ ...query, groupBy: 'month' });
  const solved = new Set<string>();
  const byMonth = new Map<string, Set<string>>();
  return {
    add: fold.add,
    solve({ needId, on }: SolvedNeed) {
      if (on < query.from || on > query.to) return;
      solved.add(needId);
      const month = on.slice(0, 7);
      byMonth.set(month, (byMonth.get(month) ?? new Set()).add(needId));
    },
    result(): GlancePeriod {
      const { groups, excluded, ...figures } = fold.result();
      const counted = new Map(groups.map(({ key, ...rest }) => [key, rest]));
      return {
        from: query.from,
        to: query.to,
        figures: { ...figures, needsSolved: solved.size },
        months: shownMonths(query, (month) => counted.has(month) || byMonth.has(month)).map(
          (month) => ({
            month,
            ...(counted.get(month) ?? none),
            needsSolved: byMonth.get(month)?.size ?? 0,
          }),
        ),
        excluded,
      };
    },
  };
}

/** Ten years are shown month by month; of a longer stretch only the months that have something. */
const fullTrend = 120;

function shownMonths(query: Period, has: (month: string) => boolean): string[] {
  const months = monthsOf(query);
  return months.length <= fullTrend ? months : months.filter(has);
}

const none: Figures = {
  achievements: 0,
  agreements: 0,
  contractValueFen: 0,
  technologyValueFen: 0,
};

const names = [
  'achievements',
  'agreements',
  'contractValueFen',
  'technologyValueFen',
  'needsSolved',
] as const satisfies readonly (keyof GlanceFigures)[];

/** A period against the one before it, in one pass over what was signed or counted in both. */
export function createGlanceFold(query: ReportQuery) {
  const earlier = periodBefore(query);
  const folds = [createPeriodFold(query), createPeriodFold({ ...query, ...earlier })] as const;
  return {
    /** What has to be read: both periods in one stretch. */
    period: { from: earlier.from, to: query.to },
    add: (agreement: AgreementFacts) => {
      for (const fold of folds) fold.add(agreement);
    },
    solve: (need: SolvedNeed) => {
      for (const fold of folds) fold.solve(need);
    },
    result(): Glance {
      const [current, before] = [folds[0].result(), folds[1].result()];
      const change = {
        ...difference(before.figures, current.figures),
        needsSolved: current.figures.needsSolved - before.figures.needsSolved,
      };
      const rated = names.filter((name) => before.figures[name] !== 0);
      return {
        current,
        before,
        change,
        changePermille: Object.fromEntries(
          rated.map((name) => [name, proportion(change[name], 1000, before.figures[name])]),
        ),
      };
    },
  };
}
