export const assignmentStatuses = [
  'proposed',
  'accepted',
  'declined',
  'expired',
  'escalated',
] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** Why the bureau has to decide; `no_broker` is tried again by itself when somebody has room. */
export const escalationReasons = ['no_broker', 'three_misses', 'conflict_of_interest'] as const;
export type EscalationReason = (typeof escalationReasons)[number];

/** How a broker's turn on a need stands or ended. */
export const turnOutcomes = [
  'proposed',
  'accepted',
  'declined',
  'expired',
  'recalled',
  'replaced',
  'ended',
] as const;
export type TurnOutcome = (typeof turnOutcomes)[number];

/** 初级 / 中级 / 高级 */
export const brokerGrades = ['junior', 'intermediate', 'senior'] as const;
export type BrokerGrade = (typeof brokerGrades)[number];

/** What a proposal of a broker was weighed by. */
export const scoreParts = ['expertise', 'load', 'record', 'district', 'grade'] as const;
export type ScorePartKind = (typeof scoreParts)[number];

/** Why a broker cannot be asked about a need. */
export const brokerBarriers = [
  'inactive',
  'other_district',
  'no_capacity',
  'on_leave',
  'conflict_of_interest',
  'vetted_this_need',
  'already_asked',
] as const;
export type BrokerBarrier = (typeof brokerBarriers)[number];
