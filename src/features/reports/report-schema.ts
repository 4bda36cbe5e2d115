import * as z from 'zod';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { day, id, instantOut, queryBoolean } from '../../schema/scalars.ts';
import {
  agreementTypes,
  bases,
  exclusionReasons,
  fields,
  flowSides,
  flows,
  groupings,
  measures,
} from '../../vocabulary.ts';

export const asked = {
  from: day,
  to: day,
  measure: z.enum(measures),
  basis: z.enum(bases),
  flow: z.enum(flows).default('absorbed'),
  asOf: day.optional(),
};
const groupBy = z.enum(groupings).optional();

/** The answer of a list that is reckoned as a whole; `total` is the length of all its pages. */
export const countedList = <T extends z.ZodType>(item: T) =>
  listAnswer(item).extend({ total: z.int() });

export const rightWayRound = <S extends z.ZodObject>(schema: S) =>
  schema.refine(
    ({ from, to }) => !(typeof from === 'string' && typeof to === 'string' && from > to),
    {
      path: ['to'],
      message: 'The period ends before it begins.',
      params: { code: 'before_start' },
      when: () => true,
    },
  );

export const summaryQuery = rightWayRound(
  z.strictObject({
    ...asked,
    groupBy,
    /** Also what a publication of this period would carry for earlier ones. */
    adjustments: queryBoolean.default(false),
  }),
);

export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
};

/** Narrows rows to those behind one figure. */
export const rowFilter = {
  groupBy,
  /** A key of the summary's groups; with `groupBy`. */
  key: z.string().max(200).optional(),
  by: z.enum(flowSides).optional(),
  /** A seller and a buyer of the flows; with `by`. */
  seller: z.string().max(200).optional(),
  buyer: z.string().max(200).optional(),
  /** Rows in which this broker leads or has a share. */
  brokerId: id.optional(),
};

/** What only makes sense beside another parameter is refused without it, not passed over. */
export const withItsParts = <S extends z.ZodObject>(schema: S) =>
  schema.superRefine((value, ctx) => {
    const wrong = (path: string, code: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message, params: { code } });
    for (const [part, whole] of partsOfFilters) {
      if (value[part] === undefined || value[whole] !== undefined) continue;
      wrong(whole, 'required', `${part} needs ${whole}.`);
    }
    if (value.kind === 'rows' && value.excluded !== undefined) {
      wrong('kind', 'not_expected', 'Rows that count have no reason to be left out.');
    }
    if (value.excluded === undefined && value.kind !== 'excludedRows') return;
    for (const name of ['key', 'by', 'brokerId']) {
      if (value[name] !== undefined) {
        wrong(name, 'not_expected', 'Rows left out stand in no group, flow or share.');
      }
    }
  });

const partsOfFilters = [
  ['key', 'groupBy'],
  ['seller', 'by'],
  ['buyer', 'by'],
] as const;

export const rowsQuery = rightWayRound(
  withItsParts(
    z.strictObject({
      ...asked,
      ...rowFilter,
      excluded: z.enum(exclusionReasons).optional(),
      /** What all pages add up to is reckoned from the whole period: `false` leaves it out. */
      total: queryBoolean.default(true),
      ...paging,
    }),
  ),
);

/** The same rows as one table: all of them. */
export const rowsTableQuery = rightWayRound(
  withItsParts(
    z.strictObject({ ...asked, ...rowFilter, excluded: z.enum(exclusionReasons).optional() }),
  ),
);

export const reportBody = rightWayRound(z.strictObject({ ...asked, groupBy }));

export const reportQuery = z.strictObject({
  /** Reckons the checksum again from the stored rows. */
  verify: queryBoolean.default(false),
});

export const figures = {
  achievements: z.int(),
  agreements: z.int(),
  contractValueFen: z.int(),
  technologyValueFen: z.int(),
};

export const groups = z.array(
  z.object({ key: z.string(), label: z.string().optional(), ...figures }),
);
export const excluded = z.array(z.object({ reason: z.enum(exclusionReasons), count: z.int() }));

const period = { reportId: z.string(), from: z.string(), to: z.string() };
const adjustment = z.object({
  ...period,
  agreementId: z.string(),
  /** What the agreement is called now. */
  title: z.string().optional(),
  reason: z.string(),
  contractValueFen: z.int(),
  technologyValueFen: z.int(),
});
export const carried = {
  adjustedPeriods: z.array(z.object({ ...period, edition: z.int(), count: z.int(), ...figures })),
  adjustmentTotals: z.object(figures),
  /** At most the first 1,000; the exports have all. */
  adjustments: z.array(adjustment),
};

export const plainEcho = {
  district: z.string(),
  from: z.string(),
  to: z.string(),
  measure: z.enum(measures),
  basis: z.enum(bases),
  flow: z.enum(flows),
  asOf: z.string(),
};
const echoed = { ...plainEcho, groupBy };

export const summaryAnswer = z.object({
  ...echoed,
  ...figures,
  groups,
  excluded,
  ...z.object(carried).partial().shape,
});

const rowParty = z.object({
  name: z.string(),
  creditCode: z.string().optional(),
  nature: z.string(),
  country: z.string(),
  district: z.string().optional(),
});

const reportRow = z.object({
  agreementId: z.string(),
  paymentId: z.string().optional(),
  on: z.string(),
  number: z.string().optional(),
  title: z.string(),
  type: z.enum(agreementTypes),
  field: z.enum(fields),
  signedAt: z.string(),
  registeredAt: z.string().optional(),
  seller: rowParty,
  buyer: rowParty,
  brokerId: z.string().optional(),
  contractValueFen: z.int(),
  technologyValueFen: z.int(),
  achievementIds: z.array(z.string()),
  buyerDistrictAssumed: z.boolean().optional(),
  reason: z.enum(exclusionReasons).optional(),
});
export const shownRow = reportRow.extend({
  /** With `brokerId`: that broker's part of the technology value. */
  brokerTechnologyValueFen: z.int().optional(),
});
export const rowTotal = {
  /** Of all pages: what the figure that led here says. */
  total: z.object({
    rows: z.int(),
    ...figures,
    brokerTechnologyValueFen: z.int().optional(),
  }),
};

export const summaryRowsAnswer = listAnswer(shownRow).extend({
  total: rowTotal.total.optional().describe('Absent where the query says `total=false`'),
});

/** By which parameters the frozen rows can be narrowed to those behind a figure. */
const narrows = z.object({
  groupBy: z.array(z.enum(groupings)),
  by: z.array(z.enum(flowSides)),
  brokerId: z.boolean(),
});

export const reportHead = z.object({
  ...resource,
  ...echoed,
  ...figures,
  groups,
  excluded,
  edition: z.int(),
  rowsVersion: z
    .literal(2)
    .optional()
    .describe('Absent where the rows were frozen without keys, sides and parts'),
  narrows,
  counts: z.object({ rows: z.int(), excludedRows: z.int(), adjustments: z.int() }),
  adjustedPeriods: carried.adjustedPeriods,
  adjustmentTotals: carried.adjustmentTotals,
  checksum: z.string(),
  publishedBy: z.object({ id: z.string(), name: z.string() }),
  publishedAt: instantOut,
});
export type ReportHead = z.output<typeof reportHead>;

export const reportsQuery = listQuery(
  {
    measure: z.enum(measures).optional(),
    basis: z.enum(bases).optional(),
    flow: z.enum(flows).optional(),
  },
  ['id', 'from'],
);
export const reportsAnswer = listAnswer(reportHead);
