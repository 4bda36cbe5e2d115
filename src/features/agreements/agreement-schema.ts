import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { day, district, externalId, id, instantOut, queryBoolean } from '../../schema/scalars.ts';
import { line, optionalText } from '../../schema/text.ts';
import {
  agreementSides,
  agreementStatuses,
  agreementTypes,
  agreementWarnings,
  conversionModes,
  deductionKinds,
  endingCodes,
  fields,
  idKinds,
  organizationKinds,
  tiers,
  turnActions,
  turnSides,
} from '../../vocabulary.ts';
import { agreementSteps } from './agreement.ts';
import { isDecimal } from './agreement-foreign.ts';
import { maxFen } from './agreement-money.ts';
import { normalizeNature, partyProblems } from './agreement-party.ts';
import { termsProblems } from './agreement-terms.ts';

/**
 * Money in fen. No `z.int()`: that would end the parsing before the rules that span fields have
 * had their say, and every problem is to be told at once.
 */
const amountFen = z
  .number()
  .min(0)
  .max(maxFen)
  .refine(Number.isInteger, { message: 'A whole number of fen.', params: { code: 'not_fen' } })
  .meta({ type: 'integer' });

const note = optionalText(2_000).optional();
const country = z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, ISO 3166-1.');
const decimal = z
  .string()
  .refine(isDecimal, { message: 'A decimal such as "7.1234".', params: { code: 'not_decimal' } });

const industry = z
  .string()
  .regex(/^[A-T](\d{2,4})?$/, 'A letter and two to four digits, GB/T 4754.');

const partyShape = {
  name: line(200),
  creditCode: line(30).optional(),
  idKind: z.enum(idKinds).optional(),
  idNumber: line(60).optional(),
  country: country.optional(),
  nature: line(40).overwrite(normalizeNature),
  organizationId: id.optional(),
  district: district.optional(),
  industry: industry.optional(),
};

const always = { when: () => true };

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Turns the pure rules' findings into issues beside those of the shape, where there is a shape. */
const rules = <T>(problems: (value: T) => { path: string; code: string; message: string }[]) =>
  z.superRefine<T>((value, ctx) => {
    if (!isRecord(value)) return;
    for (const { path, code, message } of problems(value)) {
      const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      ctx.addIssue({ code: 'custom', path: steps, message, params: { code } });
    }
  }, always);

const partyBody = z
  .strictObject(partyShape)
  .check(
    rules((party) => partyProblems(party, '').map((one) => ({ ...one, path: one.path.slice(1) }))),
  );
export type PartyInput = z.output<typeof partyBody>;

const deduction = z.strictObject({ kind: z.enum(deductionKinds), amountFen, note });

/** What PATCH may change while it is a draft. */
const termsShape = {
  engagementId: id.optional(),
  type: z.enum(agreementTypes),
  title: line(200),
  seller: partyBody,
  buyer: partyBody,
  contractValueFen: amountFen,
  deductions: z.array(deduction).max(50).default([]),
  technologyValueFen: amountFen,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Three capital letters, ISO 4217.')
    .default('CNY'),
  foreign: z.strictObject({ amount: decimal, rate: decimal, rateDate: day }).optional(),
  field: z.enum(fields),
  ipType: line(60).optional(),
  planCategory: line(60).optional(),
  conversionMode: z.enum(conversionModes).optional(),
  intermediary: z.boolean().default(false),
  achievementIds: z.array(id).max(100).default([]),
  fileIds: z.array(id).max(100).default([]),
  validFrom: day.optional(),
  validTo: day.optional(),
  externalId: externalId.optional(),
};

const registration = { number: line(40), registeredAt: day };

export const agreementBody = z
  .strictObject({
    ...termsShape,
    signedAt: day.optional(),
    /** The bureau may enter a contract that is registered already. */
    registration: z.strictObject(registration).optional(),
  })
  .check(rules(termsProblems));
export type AgreementInput = z.output<typeof agreementBody>;

/** What two records of one contract have in common, before there is a second one. */
export const agreementAdviceBody = z.strictObject({
  /** Set while a recorded one is edited: it does not repeat itself. */
  id: id.optional(),
  engagementId: id.optional(),
  title: line(200),
  seller: partyBody,
  buyer: partyBody,
  contractValueFen: amountFen,
  signedAt: day,
});
export type AgreementAdviceInput = z.output<typeof agreementAdviceBody>;

const { deductions, currency, intermediary, achievementIds, fileIds, ...undefaulted } = termsShape;
export const agreementPatch = mergePatch({
  ...undefaulted,
  deductions: deductions.unwrap(),
  currency: currency.unwrap(),
  intermediary: intermediary.unwrap(),
  achievementIds: achievementIds.unwrap(),
  fileIds: fileIds.unwrap(),
});
export type AgreementPatch = z.output<typeof agreementPatch>;

export const signBody = z.strictObject({ signedAt: day });
export const noBody = z.strictObject({});
export const applyBody = z.strictObject({
  appliedAt: day.optional(),
  disputed: z.boolean().default(false),
});
export const registerBody = z.strictObject(registration);

/** 变更登记: the terms that change, from which day on, and why. */
export const changeBody = z
  .strictObject({
    type: termsShape.type.optional(),
    title: termsShape.title.optional(),
    field: termsShape.field.optional(),
    contractValueFen: amountFen.optional(),
    deductions: deductions.unwrap().optional(),
    technologyValueFen: amountFen.optional(),
    validFrom: day.optional(),
    validTo: day.optional(),
    changedAt: day.optional(),
    code: line(60).optional(),
    note,
  })
  .refine((body) => Object.keys(body).some((key) => key !== 'changedAt' && key !== 'code'), {
    message: 'Name a term that changes, or say in a note what does.',
    params: { code: 'required' },
    path: ['note'],
  });
export type ChangeInput = z.output<typeof changeBody>;

export const endBody = z.strictObject({
  code: z.enum(endingCodes),
  note,
  on: day.optional(),
});
export type EndInput = z.output<typeof endBody>;
export const deregisterBody = endBody.extend({ code: z.enum(endingCodes).default('other') });

export const paymentBody = z.strictObject({
  paidAt: day,
  amountFen: amountFen.refine((value) => value > 0, {
    message: 'A payment is more than nothing.',
    params: { code: 'too_small' },
  }),
  note,
});
export type PaymentInput = z.output<typeof paymentBody>;

export const distinguishBody = z.strictObject({ note });

const party = z.object({
  ...partyShape,
  nature: z.string(),
  idKind: z.enum(idKinds),
  country: z.string(),
  division: z.string().optional(),
  kind: z.enum(organizationKinds).optional(),
  tier: z.enum(tiers).optional(),
});

const ending = z
  .object({ on: z.string(), code: z.enum(endingCodes), note: z.string().optional() })
  .optional();

const warningsAnswer = z.array(
  z.object({
    code: z.enum(agreementWarnings),
    path: z.string().optional(),
    agreementId: z.string().optional(),
  }),
);
export const agreementAdviceAnswer = z.object({ warnings: warningsAnswer });

export const agreementAnswer = z.object({
  ...resource,
  actions: actionList(agreementSteps),
  ...termsShape,
  /** The files by their names, in one agreement only. */
  files: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  status: z.enum(agreementStatuses),
  district: z.string(),
  seller: party,
  buyer: party,
  signedAt: z.string().optional(),
  appliedAt: z.string().optional(),
  registrationDueOn: z.string().optional(),
  registration: z.object({ number: z.string(), registeredAt: z.string() }).optional(),
  deregistration: ending,
  revocation: ending,
  changes: z.array(
    z.object({ on: z.string(), before: z.looseObject({}), note: z.string().optional() }),
  ),
  payments: z.array(
    z.object({
      id: z.string(),
      paidAt: z.string(),
      amountFen: z.int(),
      /** The payment's share of the technology value. */
      technologyValueFen: z.int(),
      note: z.string().optional(),
    }),
  ),
  paidFen: z.int(),
  confirmations: z.partialRecord(
    z.enum(agreementSides),
    z.object({ by: z.string(), at: instantOut }),
  ),
  /** Whether it repeats another agreement word for word, and is to be revoked. */
  duplicate: z.boolean(),
  needId: z.string().optional(),
  brokerIds: z.array(z.string()),
  turn: z
    .object({ side: z.enum(turnSides), action: z.enum(turnActions), due: z.string().optional() })
    .nullable(),
  warnings: warningsAnswer,
});
export type AgreementAnswer = z.output<typeof agreementAnswer>;

export const agreementsQuery = listQuery(
  {
    status: z.enum(agreementStatuses).optional(),
    type: z.enum(agreementTypes).optional(),
    engagementId: id.optional(),
    organizationId: id.optional(),
    number: z.string().max(40).optional(),
    externalId: z.string().max(100).optional(),
    /** Those taken to repeat another, or not. */
    duplicate: queryBoolean.optional(),
  },
  ['id', 'signedAt', 'registrationDueOn'],
);
export const agreementsAnswer = listAnswer(agreementAnswer);
