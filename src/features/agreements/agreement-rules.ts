import { type AgreementRule, agreementRuleOn, type Settings } from '../settings/settings.ts';
import type { Values } from './agreement-money.ts';

/** Thousandths, so that a ratio is compared in whole numbers. */
const permille = (ratio: number): bigint => BigInt(Math.round(ratio * 1000));

/**
 * Whether the technology value is an unusual part of the contract value: a warning to look again,
 * never a refusal, for a plain consulting contract (ratio 1) is outside the range and right.
 */
export const isUnusualRatio = (
  values: Pick<Values, 'contractValueFen' | 'technologyValueFen'>,
  { usualRatio }: Pick<AgreementRule, 'usualRatio'>,
): boolean => {
  const contract = BigInt(values.contractValueFen);
  const technology = BigInt(values.technologyValueFen) * 1000n;
  if (contract === 0n) return false;
  return (
    technology < contract * permille(usualRatio.low) ||
    technology > contract * permille(usualRatio.high)
  );
};

/** Working days in which an application for registration must be settled. */
const registrationTerm = (
  technologyValueFen: number,
  disputed: boolean,
  rule: AgreementRule,
): number =>
  disputed || technologyValueFen >= rule.longRegistrationFromFen
    ? rule.longRegistrationWorkingDays
    : rule.registrationWorkingDays;

/** The last day of the office's term, by the rule of the day of the application. */
export const registrationDueOn = (
  application: { appliedAt: string; technologyValueFen: number; disputed: boolean },
  settings: Pick<Settings, 'agreementRules'>,
  addWorkingDays: (day: string, count: number) => string,
): string => {
  const { appliedAt, technologyValueFen, disputed } = application;
  const rule = agreementRuleOn(settings, appliedAt);
  return addWorkingDays(appliedAt, registrationTerm(technologyValueFen, disputed, rule));
};
