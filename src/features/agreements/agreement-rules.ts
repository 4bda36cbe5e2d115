import type { Values } from './agreement-money.ts';

/** The rules of registration that an office may change, as dated data in the settings. */
export interface AgreementRule {
  /** First day on which the rule holds. */
  effectiveFrom: string;
  /** Usual range of technology value ÷ contract value, in thousandths. */
  ratioFromPermille: number;
  ratioToPermille: number;
  /** Working days in which the office registers. */
  registrationDays: number;
  longRegistrationDays: number;
  /** Technology value from which the long term holds, in fen. */
  longFromTechnologyFen: number;
}

export const DEFAULT_AGREEMENT_RULES: AgreementRule[] = [
  {
    effectiveFrom: '2000-01-01',
    ratioFromPermille: 680,
    ratioToPermille: 800,
    registrationDays: 15,
    longRegistrationDays: 30,
    longFromTechnologyFen: 500_000_000,
  },
];

/** The rule that holds on a day: the latest that has begun, or the first of all before that. */
export const ruleOn = (rules: AgreementRule[], day: string): AgreementRule => {
  const ordered = rules.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const rule = ordered.findLast((one) => one.effectiveFrom <= day) ?? ordered[0];
  if (!rule) throw new RangeError('no agreement rule is set');
  return rule;
};

/**
 * Whether the technology value is an unusual part of the contract value: a warning to look again,
 * never a refusal, for a plain consulting contract (ratio 1) is outside the range and right.
 */
export const isUnusualRatio = (
  values: Pick<Values, 'contractValueFen' | 'technologyValueFen'>,
  rule: AgreementRule,
): boolean => {
  const contract = BigInt(values.contractValueFen);
  const technology = BigInt(values.technologyValueFen) * 1000n;
  if (contract === 0n) return false;
  return (
    technology < contract * BigInt(rule.ratioFromPermille) ||
    technology > contract * BigInt(rule.ratioToPermille)
  );
};

/** Working days in which an application must be settled. */
export const registrationTerm = (
  technologyValueFen: number,
  disputed: boolean,
  rule: AgreementRule,
): number =>
  disputed || technologyValueFen >= rule.longFromTechnologyFen
    ? rule.longRegistrationDays
    : rule.registrationDays;

/** The last day of the office's term. `addWorkingDays` is the calendar of the deployment. */
export const registrationDueOn = (
  application: { appliedAt: string; technologyValueFen: number; disputed: boolean },
  rules: AgreementRule[],
  addWorkingDays: (day: string, count: number) => string,
): string => {
  const rule = ruleOn(rules, application.appliedAt);
  const { appliedAt, technologyValueFen, disputed } = application;
  return addWorkingDays(appliedAt, registrationTerm(technologyValueFen, disputed, rule));
};
