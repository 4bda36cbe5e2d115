import * as z from 'zod';
import { shanghaiDate, startOfDay } from '../../calendar/dates.ts';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { day, id, instant, instantOut, queryBoolean } from '../../schema/scalars.ts';
import { line, optionalText, text } from '../../schema/text.ts';
import {
  audiences,
  contactKinds,
  decisionCodes,
  engagementSides,
  engagementStages,
  fields,
  type OutcomeKind,
  outcomeKinds,
  timelineKinds,
  turnActions,
  turnSides,
  visitSources,
} from '../../vocabulary.ts';
import { shareFaults } from './engagement.ts';
import { engagementActionNames } from './engagement-actions.ts';

/** Days and instants that calendars of both sides know; a typing error in the year is one. */
const inThisCentury = (date: string) => date >= '2000-01-01' && date <= '2099-12-31';
const outOfRange = { message: 'The year is not between 2000 and 2099.', params: { code: 'range' } };
const nearDay = day.refine(inThisCentury, outOfRange);
const nearInstant = instant.refine((at) => inThisCentury(shanghaiDate(at)), outOfRange);

/** A date, or an instant where the hour counts too: a `Date` then. */
const dayOrInstant = z
  .string()
  .transform((value, ctx): string | Date => {
    for (const schema of [nearDay, nearInstant]) {
      const read = schema.safeParse(value);
      if (read.success) return read.data;
    }
    ctx.addIssue({
      code: 'custom',
      message: 'Give a date (YYYY-MM-DD) or an instant with a zone (ISO 8601), 2000 to 2099.',
      params: { code: 'invalid_date' },
    });
    return z.NEVER;
  })
  .meta({ anyOf: [{ format: 'date' }, { format: 'date-time' }] });

/** The same where only the moment counts: a date is its first moment. */
const moment = dayOrInstant.transform((value) =>
  typeof value === 'string' ? startOfDay(value) : value,
);

const note = optionalText(2_000).optional();
const audience = z.enum(audiences);
const fileIds = z.array(id).min(1).max(20);

const share = z.strictObject({
  brokerId: id,
  percent: z.number().gt(0).max(100).multipleOf(0.01),
});
const shares = z
  .array(share)
  .max(20)
  .superRefine((value, ctx) => {
    for (const { path, code } of shareFaults(value)) {
      ctx.addIssue({
        code: 'custom',
        path: path === '' ? [] : path.split('.').map((part) => (/^\d/.test(part) ? +part : part)),
        message:
          code === 'listed_twice' ? 'This broker is listed twice.' : 'Together over 100 percent.',
        params: { code },
      });
    }
  });

export const engagementBody = z.strictObject({
  needId: id,
  capabilityId: id.optional(),
  instituteId: id,
});
export type EngagementInput = z.output<typeof engagementBody>;

export const engagementPatch = mergePatch({ shares, capabilityId: id.optional() });
export type EngagementPatch = z.output<typeof engagementPatch>;

/** `ended` needs a code, shown to the other side. */
export const stageBody = z
  .strictObject({
    to: z.enum(engagementStages),
    code: z.enum(decisionCodes).optional(),
    note,
  })
  .superRefine(({ to, code }, ctx) => {
    if ((to === 'ended') === (code !== undefined)) return;
    ctx.addIssue({
      code: 'custom',
      path: ['code'],
      message: to === 'ended' ? 'Say why, with a code.' : 'Only an end has a code.',
      params: { code: to === 'ended' ? 'required' : 'not_allowed' },
    });
  });
export type StageInput = z.output<typeof stageBody>;

const webLink = line(500).refine(isWebLink, {
  message: 'Not an address that starts with http:// or https://.',
  params: { code: 'invalid_link' },
});

function isWebLink(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

const participant = z.strictObject({ side: z.enum(engagementSides), name: line(100) });
const nextStep = z.strictObject({
  text: line(500),
  ownerSide: z.enum(engagementSides),
  due: nearDay,
});

export const meetingBody = z.strictObject({
  at: nearInstant,
  place: line(200).optional(),
  link: webLink.optional(),
  participants: z.array(participant).max(50).default([]),
  minutes: text(5_000).optional(),
  nextSteps: z.array(nextStep).max(20).default([]),
  audience: audience.default('all'),
});
export type MeetingInput = z.output<typeof meetingBody>;

/** What a planned meeting came to; what is left out stays as it was planned. */
export const heldBody = z.strictObject({
  at: nearInstant.optional(),
  place: line(200).optional(),
  link: webLink.optional(),
  participants: z.array(participant).max(50).optional(),
  minutes: text(5_000).optional(),
  nextSteps: z.array(nextStep).max(20).default([]),
});
export type HeldInput = z.output<typeof heldBody>;

/** Notes of calls and mails are the brokers' own unless they are marked for all. */
export const contactBody = z.strictObject({
  kind: z.enum(contactKinds),
  at: nearInstant.optional(),
  note: text(2_000),
  audience: audience.default('brokers'),
});
export type ContactInput = z.output<typeof contactBody>;

export const doneBody = z.strictObject({ note });

export const visitBody = z.strictObject({
  plannedAt: dayOrInstant,
  everyMonths: z.int().min(1).max(12).optional(),
});
export type VisitInput = z.output<typeof visitBody>;

export const reportBody = z.strictObject({
  at: nearInstant,
  note: text(5_000),
  experts: z.array(line(100)).max(20).optional(),
});
export type ReportInput = z.output<typeof reportBody>;

const whole = z.int().min(0);
/** Months and fen are whole numbers; `other` is in words. */
const outcomeValues = {
  months_saved: whole.max(1_200),
  cost_saved_fen: whole,
  revenue_fen: whole,
  other: text(500),
} satisfies Record<OutcomeKind, z.ZodType>;

/** A claim: who stated it, and when. Its value is judged by its kind, beside all other faults. */
export const outcomeBody = z
  .strictObject({
    kind: z.enum(outcomeKinds),
    value: z.unknown().meta({ type: ['integer', 'string'] }) as z.ZodType<number | string>,
    statedBy: line(100),
    statedAt: moment.optional(),
    note,
  })
  .check(
    z.superRefine<{ kind: OutcomeKind; value: number | string }>(
      (outcome, ctx) => {
        if (typeof outcome !== 'object' || outcome === null) return;
        const { kind, value } = outcome;
        const known = typeof kind === 'string' && Object.hasOwn(outcomeValues, kind);
        // Of an unknown kind no more can be said than zod itself does: the value is needed.
        const wanted = known && value !== undefined ? outcomeValues[kind] : undefined;
        const result = wanted?.safeParse(value, { reportInput: true });
        if (result?.success) outcome.value = result.data;
        for (const issue of result?.error?.issues ?? []) {
          ctx.addIssue({ ...issue, path: ['value'], input: value } as never);
        }
      },
      { when: () => true },
    ),
  );
export type OutcomeInput = z.output<typeof outcomeBody>;

export const ndaBody = z
  .strictObject({
    signedByEnterpriseAt: moment.optional(),
    signedByInstituteAt: moment.optional(),
    fileId: id.optional(),
  })
  .refine((value) => Object.values(value).some((one) => one !== undefined), {
    message: 'Name a signature or the file.',
    path: ['signedByEnterpriseAt'],
    params: { code: 'required' },
  });
export type NdaInput = z.output<typeof ndaBody>;

export const filesBody = z.strictObject({ fileIds });

export const stepParams = z.object({ id, sid: id });
export const meetingParams = z.object({ id, mid: id });
export const visitParams = z.object({ id, vid: id });

const entryAnswer = z.looseObject({
  id: z.string(),
  kind: z.enum(timelineKinds),
  at: instantOut,
  enteredAt: instantOut,
  by: z.object({ id: z.string().optional(), name: z.string().optional(), side: z.string() }),
  audience: audience.optional(),
  /** Of a meeting: whether it was recorded as held; one only planned is not. */
  held: z.boolean().optional(),
  /** Of a meeting. */
  actions: actionList(['held']).optional(),
});

const organization = z.object({ id: z.string(), name: z.string().optional() });

export const engagementAnswer = z.object({
  ...resource,
  actions: actionList(engagementActionNames),
  /** The stages that this reader may move it to now. */
  nextStages: z.array(z.enum(engagementStages)),
  /** The sides for which this reader may write down the signature of an NDA. */
  signatures: z.array(z.enum(['enterprise', 'institute'])),
  needId: z.string(),
  need: z.object({
    id: z.string(),
    title: z.string().optional(),
    field: z.enum(fields).optional(),
  }),
  capabilityId: z.string().optional(),
  /** The title only of what the reader may see. */
  capability: z.object({ id: z.string(), title: z.string().optional() }).optional(),
  instituteId: z.string(),
  institute: organization,
  /** Absent while the reader may not know who the enterprise is. */
  enterpriseId: z.string().optional(),
  enterprise: organization.optional(),
  districts: z.array(z.string()),
  brokerId: z.string().optional(),
  broker: organization.optional(),
  shares: z.array(z.object({ brokerId: z.string(), percent: z.number() })).optional(),
  stage: z.enum(engagementStages),
  stageSince: instantOut,
  endCode: z.enum(decisionCodes).optional(),
  turn: z
    .object({
      side: z.enum(turnSides),
      action: z.enum(turnActions),
      due: z.string().optional(),
      id: z.string().optional(),
      overdue: z.boolean(),
    })
    .nullable(),
  nextSteps: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      ownerSide: z.enum(engagementSides),
      due: z.string(),
      doneAt: instantOut.optional(),
      overdue: z.boolean(),
      actions: actionList(['done']),
    }),
  ),
  visits: z.array(
    z.object({
      id: z.string(),
      plannedAt: z.string(),
      plannedOn: z.string(),
      source: z.enum(visitSources),
      reportedAt: instantOut.optional(),
      overdue: z.boolean(),
      actions: actionList(['report']),
    }),
  ),
  ndas: z.array(
    z.object({
      id: z.string(),
      signedByEnterpriseAt: instantOut.optional(),
      signedByInstituteAt: instantOut.optional(),
      fileId: z.string().optional(),
      signed: z.boolean(),
    }),
  ),
  outcomes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(outcomeKinds),
      value: z.union([z.int(), z.string()]),
      /** Absent while the reader may not know who the enterprise's people are. */
      statedBy: z.string().optional(),
      statedAt: instantOut,
      note: z.string().optional(),
    }),
  ),
  /** Meetings that the reader's side sat in and that were recorded as held. */
  meetingsHeld: z.int(),
  agreements: z.array(z.object({ id: z.string(), signedAt: z.string() })),
  fileIds: z.array(z.string()),
  /** The same by their names, in one engagement only. */
  files: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** In one engagement only; lists leave it out. */
  timeline: z.array(entryAnswer).optional(),
});
export type EngagementAnswer = z.input<typeof engagementAnswer>;

export const engagementsQuery = listQuery(
  {
    stage: z.enum(engagementStages).optional(),
    needId: id.optional(),
    instituteId: id.optional(),
    brokerId: id.optional(),
    mine: queryBoolean.optional(),
    overdue: queryBoolean.optional(),
    /** Neither completed nor ended. */
    active: queryBoolean.optional(),
    /** Of the need, where the reader may read it. */
    field: z.enum(fields).optional(),
    /** Part of the need's title or of a party's name, as far as the reader knows them. */
    q: z.string().trim().min(1).max(100).optional(),
  },
  ['id', 'nextDue', 'stageSince'],
);
export const engagementsAnswer = listAnswer(engagementAnswer);

const { limit: _limit, cursor: _cursor, sort: _sort, ...filters } = engagementsQuery.shape;
export const countsQuery = z.strictObject(filters);
export const countsAnswer = z.object({
  total: z.int(),
  stages: z.record(z.enum(engagementStages), z.int()),
});

const stageList = z
  .string()
  .max(300)
  .transform((value) => value.split(','))
  .pipe(z.array(z.enum(engagementStages)));

/** `atLength`: the stages, by comma, of which more is shown than of the others. */
export const boardQuery = countsQuery.extend({ atLength: stageList.optional() });
export const boardCard = engagementAnswer.pick({
  ...{ id: true, revision: true, nextStages: true, need: true, institute: true },
  ...{ enterprise: true, stage: true, stageSince: true, turn: true },
});
export const boardAnswer = z.object({
  columns: z.array(
    z.object({
      stage: z.enum(engagementStages),
      /** All that there are at this stage, however many are shown. */
      total: z.int(),
      items: z.array(boardCard),
      /** It is shown as far as a board goes. */
      atLength: z.boolean(),
    }),
  ),
});
export type BoardAnswer = z.input<typeof boardAnswer>;
