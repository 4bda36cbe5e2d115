/**
 * Every code that crosses the wire, once. Chinese and English names are in docs/glossary.md;
 * a test holds the two against each other.
 */
export const roles = ['enterprise', 'institute', 'broker', 'bureau', 'admin'] as const;
export type Role = (typeof roles)[number];

export const organizationKinds = ['enterprise', 'institute', 'platform'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const idKinds = ['credit_code', 'foreign_registration', 'person'] as const;
export type IdKind = (typeof idKinds)[number];

/** 技术领域, the eleven fields of technology-contract registration. */
export const fields = [
  'electronics',
  'aerospace',
  'advanced_manufacturing',
  'biomedicine',
  'new_materials',
  'new_energy',
  'environment',
  'nuclear',
  'agriculture',
  'transport',
  'urban_social',
] as const;
export type Field = (typeof fields)[number];

export const needStatuses = [
  'draft',
  'submitted',
  'open',
  'engaged',
  'contracted',
  'closed',
] as const;
export type NeedStatus = (typeof needStatuses)[number];

export const closeCodes = ['solved', 'withdrawn', 'expired', 'refused'] as const;
export type CloseCode = (typeof closeCodes)[number];

export const relations = ['<', '<=', '=', '>=', '>', 'between'] as const;
export type Relation = (typeof relations)[number];

/** Confidentiality layers, from the widest audience to the narrowest. */
export const layers = ['public', 'assigned', 'nda'] as const;
export type Layer = (typeof layers)[number];

export const cooperationModes = [
  'commissioned',
  'joint',
  'transfer',
  'license',
  'equity',
  'consulting',
  'service',
] as const;
export type CooperationMode = (typeof cooperationModes)[number];

export const capabilityStages = ['early', 'middle', 'mature'] as const;
export type CapabilityStage = (typeof capabilityStages)[number];

export const decisionCodes = [
  'wrong_field',
  'too_early',
  'benefit_unclear',
  'indicators_unmet',
  'price',
  'ip_not_free',
  'no_capacity',
  'confidentiality',
  'other',
] as const;
export type DecisionCode = (typeof decisionCodes)[number];

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

export const engagementStages = [
  'introduced',
  'meeting',
  'evaluating',
  'negotiating',
  'agreed',
  'delivering',
  'completed',
  'ended',
] as const;
export type EngagementStage = (typeof engagementStages)[number];

export const outcomeKinds = ['months_saved', 'cost_saved_fen', 'revenue_fen', 'other'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const agreementTypes = [
  'development_commissioned',
  'development_joint',
  'transfer',
  'license',
  'consulting',
  'service',
] as const;
export type AgreementType = (typeof agreementTypes)[number];

export const deductionKinds = ['equipment', 'instrument', 'parts', 'materials', 'other'] as const;
export type DeductionKind = (typeof deductionKinds)[number];

export const agreementStatuses = [
  'drafted',
  'signed',
  'applied',
  'registered',
  'deregistered',
  'revoked',
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

export const measures = ['brokered', 'registered'] as const;
export type Measure = (typeof measures)[number];

export const bases = ['signed', 'registered', 'paid'] as const;
export type Basis = (typeof bases)[number];

export const flows = ['absorbed', 'output', 'all'] as const;
export type Flow = (typeof flows)[number];

export const importKinds = ['need', 'capability', 'organization', 'agreement', 'broker'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** The tiered cultivation ladder (梯次培育), lowest first. */
export const tiers = [
  'high_growth',
  'innovative',
  'technology',
  'specialized',
  'little_giant',
  'champion',
] as const;
export type Tier = (typeof tiers)[number];

export const agreementSides = ['seller', 'buyer'] as const;
export type AgreementSide = (typeof agreementSides)[number];

/** Coarse kind of a party for grouping, by what is known of it here or by its nature code. */
export const partyKinds = ['institute', 'enterprise', 'person', 'foreign', 'other'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** How an achievement is put to use (转化方式): another dimension than the contract type. */
export const conversionModes = [
  'transfer',
  'license',
  'equity',
  'cooperation',
  'development',
  'consulting',
  'service',
] as const;
export type ConversionMode = (typeof conversionModes)[number];

/** Why an agreement was taken off the register (注销) or revoked (撤销). */
export const endingCodes = [
  'fake',
  'void',
  'duplicate',
  'terminated',
  'withdrawn',
  'expired',
  'error',
  'other',
] as const;
export type EndingCode = (typeof endingCodes)[number];

/** What to look at in an agreement; none of these stops anybody. */
export const agreementWarnings = [
  'unusual_ratio',
  'double_count',
  'exact_duplicate',
  'possible_duplicate',
  'unknown_nature',
  'foreign_value_differs',
  'buyer_district_assumed',
] as const;
export type AgreementWarning = (typeof agreementWarnings)[number];

/** What the figures of a report can be split by. */
export const groupings = [
  'field',
  'type',
  'formerType',
  'industry',
  'sellerKind',
  'buyerKind',
  'flow',
  'region',
  'broker',
  'institute',
  'tier',
  'month',
] as const;
export type Grouping = (typeof groupings)[number];

/** What the two sides of a flow are told apart by. */
export const flowSides = ['kind', 'region'] as const;
export type FlowSide = (typeof flowSides)[number];

/** The way of a need that was posted in a period, each step with all before it. */
export const funnelSteps = [
  'posted',
  'vetted',
  'matched',
  'accepted',
  'engaged',
  'met',
  'signed',
  'registered',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** How a broker answered a proposal, if at all. */
export const proposalAnswers = [
  'accepted',
  'declined',
  'expired',
  'waiting',
  'taken_back',
] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];

/** Why a row of the period is not counted; the first that holds, in this order. */
export const exclusionReasons = [
  'revoked',
  'deregistered',
  'duplicate',
  'intermediary',
  'not_registered',
  'not_paid',
  'no_engagement',
  'parties_differ',
  'need_not_vetted',
  'need_vetted_after_signing',
  'not_confirmed',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Why a published period is adjusted, where no exclusion says it. */
export const adjustmentReasons = ['arrived', 'changed', 'left'] as const;
export type AdjustmentReason = (typeof adjustmentReasons)[number];
/** How much a match deserves attention, by limits whose meaning docs/matching.md measures. */
export const bands = ['strong', 'worth_a_call', 'weak'] as const;
export type Band = (typeof bands)[number];

export const matchStates = ['pending', 'ready', 'stale'] as const;
export type MatchState = (typeof matchStates)[number];

/** A version of a ranker: the one that counts, one that did, one that was never better. */
export const rankerStates = ['active', 'retired', 'rejected'] as const;
export type RankerState = (typeof rankerStates)[number];

export const matchDecisions = ['shortlisted', 'refused'] as const;

/** The two sides of a match: who speaks for the need, and who for the capability. */
export const matchSides = ['need', 'capability'] as const;
export type MatchSide = (typeof matchSides)[number];

export const reasonKinds = [
  'term',
  'characters',
  'meaning',
  'field',
  'indicator',
  'stage',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** What a capability's text says about an indicator of the need. */
export const satisfactions = ['met', 'unmet', 'unknown'] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** Sides of the table of an engagement. The bureau keeps the record and owns no next step. */
export const engagementSides = ['enterprise', 'institute', 'broker', 'other'] as const;
export type EngagementSide = (typeof engagementSides)[number];

/** How somebody was reached. */
export const contactKinds = ['call', 'mail', 'message', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Who may read an entry: everybody on the engagement, or brokers and the bureau only. */
export const audiences = ['all', 'brokers'] as const;
export type Audience = (typeof audiences)[number];

/** What an entry of a timeline tells. */
export const timelineKinds = [
  'created',
  'stage',
  'meeting',
  'contact',
  'step_done',
  'visits_planned',
  'visit_report',
  'outcome',
  'nda',
  'files',
  'shares',
  'lead',
  'agreement',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Who planned a visit. */
export const visitSources = ['person', 'agreement'] as const;
export type VisitSource = (typeof visitSources)[number];

/** Whom everyone else waits for. */
export const turnSides = [
  'enterprise',
  'institute',
  'broker',
  'bureau',
  'seller',
  'buyer',
  'system',
  'other',
] as const;
export type TurnSide = (typeof turnSides)[number];

/** What the one whose turn it is owes. */
export const turnActions = [
  'submit',
  'confirm',
  'vet',
  'assign',
  'engage',
  'follow_up',
  'first_contact',
  'next_step',
  'visit',
  'sign_nda',
  'sign',
  'apply',
  'register',
  'answer',
  'reassign',
  'propose',
] as const;
export type TurnAction = (typeof turnActions)[number];

/** What a need should say; the missing ones are advice. */
export const clarityParts = [
  'material',
  'method',
  'efficacy',
  'product',
  'application',
  'quantity',
] as const;
export type ClarityPart = (typeof clarityParts)[number];

/** Fields of a need that carry a confidentiality layer; `organization` is the enterprise's name. */
export const needFields = [
  'title',
  'problem',
  'field',
  'industry',
  'product',
  'process',
  'tried',
  'indicators',
  'budgetFen',
  'deadline',
  'cooperationModes',
  'organization',
] as const;
export type NeedField = (typeof needFields)[number];

/** Whether a capability is on offer. */
export const capabilityStatuses = ['published', 'withdrawn'] as const;
export type CapabilityStatus = (typeof capabilityStatuses)[number];

/** Who sees a published capability: everyone, the institute's district, or the institute alone. */
export const capabilityVisibilities = ['public', 'district', 'organization'] as const;
export type CapabilityVisibility = (typeof capabilityVisibilities)[number];

/** How an account stands. */
export const userStatuses = ['invited', 'active', 'disabled'] as const;
export type UserStatus = (typeof userStatuses)[number];

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

/** What a line of history may be about. */
export const subjectKinds = [
  'need',
  'capability',
  'match',
  'assignment',
  'engagement',
  'agreement',
  'organization',
  'user',
  'broker',
  'token',
  'file',
  'import',
  'report',
  'settings',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What waits for somebody, in `GET /agenda`. */
export const agendaKinds = [
  'answer_assignment',
  'first_contact',
  'next_step',
  'meeting',
  'visit',
  'submit_need',
  'confirm_need',
  'vet_need',
  'reassign',
  'confirm_agreement',
  'register_agreement',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** What a line of the inbox tells. */
export const notificationKinds = [
  'need.confirm_wanted',
  'need.confirmed',
  'need.submitted',
  'need.vetted',
  'need.closed',
  'need.expires_soon',
  'assignment.proposed',
  'assignment.accepted',
  'assignment.taken_back',
  'assignment.contact_overdue',
  'assignment.escalated',
  'engagement.created',
  'engagement.stage',
  'engagement.ended',
  'engagement.meeting',
  'engagement.next_step',
  'engagement.next_step_due',
  'engagement.visits_planned',
  'engagement.visit_due',
  'engagement.meeting_held',
  'engagement.step_done',
  'engagement.visit_reported',
  'engagement.outcome',
  'engagement.nda_waiting',
  'engagement.nda_signed',
  'engagement.files',
  'engagement.lead',
  'engagement.agreement_signed',
  'agreement.recorded',
  'agreement.signed',
  'agreement.confirmed',
  'agreement.applied',
  'agreement.registered',
  'agreement.changed',
  'agreement.paid',
  'agreement.deregistered',
  'agreement.revoked',
  'agreement.duplicate_flagged',
  'agreement.duplicate_cleared',
  'import.done',
  'import.failed',
  'import.needs_submitted',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
