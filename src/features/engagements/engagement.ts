import type { Stored } from '../../store/stored.ts';
import {
  type DecisionCode,
  type EngagementSide,
  type EngagementStage,
  engagementStages,
} from '../../vocabulary.ts';
import type { Entry } from './engagement-timeline.ts';
import type { Visit } from './engagement-visits.ts';

/** 分成: a broker's part of the broker's reward, in percent with at most two decimals. */
export interface Share {
  brokerId: string;
  percent: number;
}

export interface NextStep {
  id: string;
  text: string;
  ownerSide: EngagementSide;
  due: string;
  /** The meeting that it was agreed at. */
  meetingId: string;
  /** The day to remind of it; absent when there is none left. */
  remindOn?: string;
  remindedAt?: Date;
  doneAt?: Date;
}

export interface Nda {
  id: string;
  signedByEnterpriseAt?: Date;
  signedByInstituteAt?: Date;
  fileId?: string;
}

/** 对接: one need and one institute, brought together by one lead broker. */
export interface Engagement extends Stored {
  needId: string;
  capabilityId?: string;
  enterpriseId: string;
  instituteId: string;
  /** The need's own district, and the institute's. */
  needDistrict: string;
  districts: string[];
  /** Lead broker; follows the need's assignment. */
  brokerId?: string;
  shares: Share[];
  stage: EngagementStage;
  stageSince: Date;
  /** There until it has ended: one for each need and institute. */
  open?: true;
  /** Both parties have sat at one table: the stage `meeting` was reached. */
  met?: true;
  endCode?: DecisionCode;
  timeline: Entry[];
  nextSteps: NextStep[];
  visits: Visit[];
  ndas: Nda[];
  fileIds: string[];
  /** Signed agreements that came of it. */
  agreements: { id: string; signedAt: string }[];
  firstContactDue: string;
  firstContactAt?: Date;
  /** The earliest day that something is due, and that a reminder is due: for filters and jobs. */
  nextDue?: string;
  remindOn?: string;
}

/**
 * 阶段: where each stage may lead. Talks may skip a step; they go back only from a test or a draft
 * contract that fell through, or from a delivery that was called complete too early.
 */
export const stageMoves: Record<EngagementStage, readonly EngagementStage[]> = {
  introduced: ['meeting', 'evaluating', 'negotiating', 'ended'],
  meeting: ['evaluating', 'negotiating', 'agreed', 'ended'],
  evaluating: ['negotiating', 'agreed', 'meeting', 'ended'],
  negotiating: ['agreed', 'evaluating', 'ended'],
  agreed: ['delivering', 'completed', 'negotiating', 'ended'],
  delivering: ['completed', 'ended'],
  completed: ['delivering'],
  ended: [],
};

export const canMoveTo = (from: EngagementStage, to: EngagementStage): boolean =>
  stageMoves[from].includes(to);

/** Stages in their order; `ended` is apart. */
const ladder: readonly EngagementStage[] = engagementStages.filter((stage) => stage !== 'ended');

export const hasReached = (stage: EngagementStage, wanted: EngagementStage): boolean =>
  ladder.indexOf(stage) >= ladder.indexOf(wanted);

/** Talks or work going on. */
export const isActive = ({ stage }: Pick<Engagement, 'stage'>): boolean =>
  stage !== 'ended' && stage !== 'completed';

/** Hundredths of a percent, so that thirds add up exactly. */
const hundredths = (percent: number) => Math.round(percent * 100);

/** What is wrong with shares: the place and the code, for each fault. */
export function shareFaults(shares: readonly Share[]): { path: string; code: string }[] {
  const twice = shares.flatMap(({ brokerId }, at) =>
    shares.findIndex((one) => one.brokerId === brokerId) < at
      ? [{ path: `${at}.brokerId`, code: 'listed_twice' }]
      : [],
  );
  const total = shares.reduce((sum, { percent }) => sum + hundredths(percent), 0);
  return total > 10_000 ? [...twice, { path: '', code: 'over_100_percent' }] : twice;
}

export const isSigned = (nda: Nda): boolean =>
  nda.signedByEnterpriseAt !== undefined && nda.signedByInstituteAt !== undefined;

export const hasSignedNda = ({ ndas }: Pick<Engagement, 'ndas'>): boolean => ndas.some(isSigned);
