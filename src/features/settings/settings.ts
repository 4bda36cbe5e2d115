import type { Stored } from '../../store/stored.ts';

/** Clocks and dated rules of a district; every number here may be changed by its bureau. */
export interface Settings {
  /** Working days for the second reader. */
  vetWorkingDays: number;
  /** Working days for a proposed broker to answer. */
  acceptWorkingDays: number;
  /** Working days from acceptance to the first contact. */
  firstContactWorkingDays: number;
  /** Brokers proposed before the bureau decides. */
  proposalsBeforeEscalation: number;
  /** Calendar days that a vetted need stays open. */
  needValidityDays: number;
  /** Months between planned expert visits after signing. */
  visitEveryMonths: number;
  /** New decisions after which the ranker is learnt again. */
  learnAfterDecisions: number;
  /** Decisions from which a match shows a probability. */
  calibrateFromDecisions: number;
  /** Agreement rules by the date they came into force, oldest first (DOMAIN: dated data). */
  agreementRules: AgreementRule[];
}

export interface AgreementRule {
  effectiveFrom: string;
  /** 认定登记: working days, and the longer term at or above the threshold. */
  registrationWorkingDays: number;
  longRegistrationWorkingDays: number;
  longRegistrationFromFen: number;
  /** Usual technology value ÷ contract value; outside is a warning. */
  usualRatio: { low: number; high: number };
}

export interface SettingsDocument extends Stored {
  district: string;
  values: Partial<Settings>;
}

export const defaultSettings: Settings = {
  vetWorkingDays: 3,
  acceptWorkingDays: 2,
  firstContactWorkingDays: 5,
  proposalsBeforeEscalation: 3,
  needValidityDays: 180,
  visitEveryMonths: 3,
  learnAfterDecisions: 50,
  calibrateFromDecisions: 300,
  agreementRules: [
    {
      effectiveFrom: '2000-01-01',
      registrationWorkingDays: 15,
      longRegistrationWorkingDays: 30,
      longRegistrationFromFen: 500_000_000,
      usualRatio: { low: 0.68, high: 0.8 },
    },
  ],
};

/** The rule in force on a date. */
export function agreementRuleOn(
  settings: Pick<Settings, 'agreementRules'>,
  date: string,
): AgreementRule {
  const rules = settings.agreementRules.filter((rule) => rule.effectiveFrom <= date);
  return rules.at(-1) ?? settings.agreementRules[0]!;
}
