/** A leave, from its first to its last day, both included (dates in Shanghai). */
export type Leave = { from: string; to: string };

/** 初级 / 中级 / 高级 */
export const BROKER_GRADES = ['junior', 'intermediate', 'senior'] as const;
export type BrokerGrade = (typeof BROKER_GRADES)[number];

/** What the rules of assignment need to know of a broker. */
export type BrokerProfile = {
  id: string;
  userId: string;
  district: string;
  grade: BrokerGrade;
  fields: readonly string[];
  /** Needs that the broker can carry at once, proposed and accepted ones together. */
  capacity: number;
  /** The organization that employs the broker, when there is one. */
  employerId?: string | undefined;
  /** Organizations with which the broker has declared a conflict of interest. */
  conflicts: readonly string[];
  leave: readonly Leave[];
  active: boolean;
};

/** True when a leave covers any day from `from` to `to`, both included. */
export function isOnLeave(leave: readonly Leave[], from: string, to: string = from): boolean {
  return leave.some((period) => period.from <= to && period.to >= from);
}

/**
 * The organizations among `parties` with which the broker must not deal: the employer, on either
 * side of the deal, and those declared.
 */
export function conflictingParties(
  broker: Pick<BrokerProfile, 'employerId' | 'conflicts'>,
  parties: readonly string[],
): string[] {
  return parties.filter((id) => id === broker.employerId || broker.conflicts.includes(id));
}
