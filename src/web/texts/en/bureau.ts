import { monthsIn, type Period } from '../months-in.ts';
import type { zhBureau } from '../zh/bureau.ts';
import { enBureauRows } from './bureau-rows.ts';

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

const plainDay = (date: string) => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthNames[month - 1]} ${year}`;
};

function periodName({ from, to }: Period): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const length = monthsIn({ from, to });
  if (length === 12 && month === 1) return `${year}`;
  if (length === 6 && month % 6 === 1) return `${month === 1 ? 'H1' : 'H2'} ${year}`;
  if (length === 3 && month % 3 === 1) return `Q${(month - 1) / 3 + 1} ${year}`;
  if (length === 1) return `${monthNames[month - 1]} ${year}`;
  return `${plainDay(from)} to ${plainDay(to)}`;
}

const counted = (one: string, many: string) => (n: number) => `${n} ${n === 1 ? one : many}`;
const parted = (one: string, many: string) => (n: number) => ({
  number: String(n),
  unit: n === 1 ? one : many,
});

export const enBureau: typeof zhBureau = {
  ...enBureauRows,
  glance: {
    title: 'Half-year at a glance',
    running: 'the period has not ended',
    foot: 'Every figure opens the rows behind it. Brokered and registered overlap and are never added.',
  },
  helpOn: (what) => `About: ${what}`,
  listComma: '; ',
  total: 'Total',
  signed: (figure) =>
    /^[-−]/.test(figure) ? figure.replace('-', '−') : figure === '0' ? figure : `+${figure}`,
  month: (month, withYear) => {
    if (!/^\d{4}-\d\d$/.test(month)) return month;
    return `${monthNames[Number(month.slice(5)) - 1]}${withYear ? ` ${month.slice(0, 4)}` : ''}`;
  },
  period: {
    label: 'Period',
    name: periodName,
    days: (from, to) => `${from} to ${to}`,
    kinds: { half: 'Half-years', quarter: 'Quarters', month: 'Months', year: 'Years' },
    recent: (name, which) => `${name} (${which})`,
    thisHalf: 'this half-year',
    lastHalf: 'last half-year',
    other: 'Other',
    custom: 'From one day to another',
    before: 'The period before',
    after: 'The period after',
    from: 'From',
    to: 'To',
    wrongWay: 'Ends before it begins',
  },
  question: {
    label: 'What is counted',
    adjust: 'Change',
    measure: 'Measure',
    basis: 'Basis',
    flow: 'Flow',
    asOf: 'As of',
    asOfDay: (day) => `as of ${day}`,
    help: {
      period:
        'Both days count, in Chinese time. Whole months are set against as many whole months before, any other stretch against as many days.',
      measure:
        'Brokered: a need vetted first, an engagement led by a broker, both parties’ confirmation. Registered: all agreements registered in the district. The two overlap and are never added.',
      basis:
        'The day that places an agreement in a period: its signing, its registration, or each payment by itself.',
      flow: 'Absorbed: the buyer is in the district (the default). Output: the seller is. All: either, each agreement once.',
      asOf: 'Agreements as they stood at the end of this day; later registrations, changes and revocations do not count. Today by default.',
    },
  },
  count: {
    achievements: counted('achievement', 'achievements'),
    agreements: counted('agreement', 'agreements'),
    needsSolved: counted('need', 'needs'),
    payments: counted('payment', 'payments'),
    parts: {
      achievements: parted('achievement', 'achievements'),
      agreements: parted('agreement', 'agreements'),
      needsSolved: parted('need', 'needs'),
    },
  },
  figures: {
    achievements: {
      absorbed: 'Achievements brought in',
      output: 'Achievements sold',
      all: 'Achievements',
    },
    achievementsAny: 'Achievements',
    units: { tenThousand: 'CNY', hundredMillion: 'million' },
    agreements: 'Agreements',
    contractValue: 'Contract value',
    technologyValue: 'Technology value',
    needsSolved: 'Needs solved',
    solved: 'Needs solved',
    withUnit: (name, unit) => `${name} (${unit})`,
    columns: (achievements, unit) => [
      achievements,
      'Agreements',
      `Contract value (${unit})`,
      `Technology value (${unit})`,
    ],
    help: {
      achievements:
        'Distinct achievements, not contracts: several agreements on one achievement count it once.',
      technologyValue:
        'Contract value less equipment, instruments, parts, materials and other non-technical cost.',
      agreements:
        'Agreements that count in the period. By payment, one agreement may have several rows and counts once.',
      needsSolved:
        'Needs of the district whose parties signed an agreement in the period that still stands, or which were closed as solved in it without one. Each once a period, whatever the measure, basis and flow.',
    },
  },
  change: {
    same: 'As in the period before',
    more: (size, percent) =>
      percent
        ? `Up by ${size}, or ${percent}, on the period before`
        : `Up by ${size} on the period before`,
    less: (size, percent) =>
      percent
        ? `Down by ${size}, or ${percent}, on the period before`
        : `Down by ${size} on the period before`,
    before: (period) => `Before (${period})`,
  },
  chart: {
    chart: 'Chart',
    table: 'Table',
    show: (title) => `${title}: chart or table`,
    nothing: 'No agreement counts in this period',
    more: (n) => `${n} more groups are in the table`,
  },
  trend: {
    title: 'Month by month',
    help: 'By the day that the basis picks. A month cut by the ends of the period holds the days inside it. One achievement may stand in two months, so that months may add up to more than the total.',
    month: 'Month',
  },
  groups: {
    byField: 'By technology field',
    byInstitute: 'By institute',
    by: (what) => `By ${what.toLowerCase()}`,
    choose: 'Split by',
    help: 'Both values of the groups add up to the total. One achievement may stand in two groups.',
  },
  groupKeys: { unknown: 'Not stated', within: 'Within the district', development: 'Development' },
  flows: {
    title: 'From seller to buyer',
    help: 'Technology value from sellers to buyers; the bands add up to the total. The table shows regions as a matrix.',
    by: 'Sides of the flow by',
    pair: 'Seller → buyer',
    matrix: (unit) => `Technology value by the regions of seller and buyer (${unit})`,
    corner: (unit) => `Seller \\ buyer (${unit})`,
  },
  funnel: {
    title: 'From posted to registered',
    help: 'How far the needs posted in the period came up to the as-of day, whatever the measure, basis and flow. Whoever took a later step has come past those before it.',
    step: 'Step',
    reached: 'Reached',
    notReached: 'Not reached yet',
    share: 'Of those posted',
    bar: (n, percent) => `${n} · ${percent}`,
    postedIn: (period) => `Needs posted in ${period}`,
  },
  brokers: {
    title: 'Brokers',
    help: 'Load and open engagements are those of now, the rest is of the period. Answer time is the median of the office time (9:00 to 17:00 of working days) from a proposal to the broker’s own answer. Technology value is divided by the shares at the signing; all brokers and “no broker” add up to the total.',
    without: 'No broker',
    inactive: 'Inactive',
    minutes: (n) => {
      const [hours, rest] = [Math.floor(n / 60), n % 60];
      if (hours === 0) return `${rest} min`;
      return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
    },
    columns: {
      name: 'Broker',
      load: 'Load / capacity',
      proposals: 'Proposals',
      accepted: 'Accepted',
      declined: 'Declined',
      expired: 'Expired',
      waiting: 'Waiting',
      takenBack: 'Taken back',
      answerMinutes: 'Answer time',
      meetings: 'Meetings',
      engagementsOpen: 'Open',
      agreements: 'Agreements',
      technologyValue: (unit) => `Technology value (${unit})`,
      needsSolved: 'Solved',
    },
  },
};
