import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { day, fen, instantOut } from '../../schema/scalars.ts';
import type { AgreementRule, Settings } from './settings.ts';

const workingDays = z.int().min(1).max(250);
const ratio = z.number().min(0).max(1);

const agreementRule = z
  .strictObject({
    effectiveFrom: day,
    registrationWorkingDays: workingDays,
    longRegistrationWorkingDays: workingDays,
    longRegistrationFromFen: fen,
    usualRatio: z.strictObject({ low: ratio, high: ratio }),
  })
  .superRefine((rule, ctx) => {
    const wrong = (path: string[], message: string) =>
      ctx.addIssue({ code: 'custom', path, message, params: { code: 'wrong_order' } });
    if (rule.usualRatio.low > rule.usualRatio.high) {
      wrong(['usualRatio', 'low'], 'It must not be above `high`.');
    }
    if (rule.longRegistrationWorkingDays < rule.registrationWorkingDays) {
      wrong(['longRegistrationWorkingDays'], 'The longer term is the shorter one.');
    }
  }) satisfies z.ZodType<AgreementRule>;

/** Rules replace each other by date, so their dates must rise. */
function checkOrder(rules: readonly AgreementRule[], ctx: z.RefinementCtx) {
  for (const [index, rule] of rules.entries()) {
    const before = rules[index - 1];
    if (!before || before.effectiveFrom < rule.effectiveFrom) continue;
    ctx.addIssue({
      code: 'custom',
      path: [index, 'effectiveFrom'],
      message: 'Each rule must come into force after the one before it.',
      params: { code: 'wrong_order' },
    });
  }
}

/** Every setting has its rule here; the compiler refuses a setting without one. */
const settingsShape = {
  vetWorkingDays: workingDays,
  acceptWorkingDays: workingDays,
  firstContactWorkingDays: workingDays,
  proposalsBeforeEscalation: z.int().min(1).max(20),
  needValidityDays: z.int().min(1).max(3650),
  visitEveryMonths: z.int().min(1).max(60),
  learnAfterDecisions: z.int().min(10).max(10_000),
  // Fewer than some hundreds make a chance of guesses, so it may be raised only.
  calibrateFromDecisions: z.int().min(300).max(100_000),
  agreementRules: z.array(agreementRule).min(1).max(50).superRefine(checkOrder),
} satisfies { [K in keyof Settings]: z.ZodType<Settings[K]> };

/** A merge patch: `null` brings a setting back to its default. */
export const settingsPatch = mergePatch(optional(settingsShape));
export type SettingsPatch = z.output<typeof settingsPatch>;

function optional<S extends z.ZodRawShape>(shape: S) {
  const entries = Object.entries(shape).map(([name, schema]) => [
    name,
    (schema as z.ZodType).optional(),
  ]);
  return Object.fromEntries(entries) as { [K in keyof S]: z.ZodOptional<S[K] & z.ZodType> };
}

const names = z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() }));

export const settingsAnswer = z.object({
  id: z.string(),
  actions: actionList(['update']),
  /** 0 while the district has changed nothing. */
  revision: z.int(),
  district: z.string(),
  updatedAt: instantOut.optional(),
  ...settingsShape,
  /** Names of the settings that the district has set itself. */
  changed: z.array(z.string()),
  /** Every code of the wire with its names, by table. */
  vocabulary: z.record(z.string(), names),
});
