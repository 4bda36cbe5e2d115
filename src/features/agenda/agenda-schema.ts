import * as z from 'zod';
import { day, instantOut } from '../../schema/scalars.ts';
import { agendaKinds, engagementSides } from '../../vocabulary.ts';

const range = { from: day.optional(), to: day.optional() };

const rightWayRound = <T extends z.ZodType<{ from?: string; to?: string }>>(schema: T) =>
  schema.refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'The last day is before the first.',
    path: ['to'],
    params: { code: 'invalid_range' },
  });

/** Kinds by comma; without days also what has none, and meetings from now on. */
export const agendaQuery = rightWayRound(
  z.strictObject({
    ...range,
    kind: z
      .string()
      .max(300)
      .transform((value) => value.split(','))
      .pipe(z.array(z.enum(agendaKinds)))
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional(),
  }),
);

export const calendarQuery = rightWayRound(z.strictObject(range));

const party = z.object({ id: z.string(), name: z.string().optional() });

const item = z.object({
  kind: z.enum(agendaKinds),
  subject: z.object({
    kind: z.enum(['need', 'assignment', 'engagement', 'agreement']),
    id: z.string(),
    title: z.string().optional(),
  }),
  /** The last day to do it. */
  due: z.string().optional(),
  /** The moment at which it takes place, or runs out. */
  at: instantOut.optional(),
  overdue: z.boolean(),
  needId: z.string().optional(),
  engagementId: z.string().optional(),
  /** The next step, meeting or visit of the engagement. */
  partId: z.string().optional(),
  side: z.enum(engagementSides).optional(),
  text: z.string().optional(),
  place: z.string().optional(),
  link: z.string().optional(),
  enterprise: party.optional(),
  institute: party.optional(),
});

export const agendaAnswer = z.object({
  items: z.array(item),
  nextCursor: z.string().nullable(),
  total: z.int(),
  overdue: z.int(),
  /** How many there are of each kind, whichever kinds are asked for. */
  kinds: z.partialRecord(z.enum(agendaKinds), z.int()),
  /** There is more than could be looked through. */
  truncated: z.boolean(),
});
