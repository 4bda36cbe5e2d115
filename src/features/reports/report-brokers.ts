import type { ProposalAnswer } from '../../vocabulary.ts';
import { addFen } from '../agreements/agreement-money.ts';
import type { CountedRow } from './report.ts';
import { median, type Proposal } from './report-proposals.ts';
import { nobody, partsOf } from './report-share.ts';

/** What one broker did in a period, and carries now. */
export interface BrokerFigures {
  /** Needs carried now: asked and leading. */
  load: number;
  proposals: number;
  accepted: number;
  declined: number;
  expired: number;
  waiting: number;
  takenBack: number;
  /** Median office minutes from a proposal to the broker's yes or no; `null` without any. */
  answerMinutes: number | null;
  meetings: number;
  engagementsOpen: number;
  /** Distinct agreements in which the broker leads or has a share. */
  agreements: number;
  /** The broker's part of it. */
  technologyValueFen: number;
  needsSolved: number;
}

const columnOf = {
  accepted: 'accepted',
  declined: 'declined',
  expired: 'expired',
  waiting: 'waiting',
  taken_back: 'takenBack',
} as const satisfies Record<ProposalAnswer, keyof BrokerFigures>;

const emptyTally = () => ({
  ...{ load: 0, proposals: 0, accepted: 0, declined: 0, expired: 0, waiting: 0, takenBack: 0 },
  ...{ meetings: 0, engagementsOpen: 0, technologyValueFen: 0, needsSolved: 0 },
  minutes: [] as number[],
  agreements: new Set<string>(),
});

const figuresOf = ({ minutes, agreements, ...counts }: Tally): BrokerFigures => ({
  ...counts,
  answerMinutes: median(minutes) ?? null,
  agreements: agreements.size,
});

type Tally = ReturnType<typeof emptyTally>;

/** Adds up what was read of each broker; what has no broker is kept under `nobody`. */
export function createBrokerFold() {
  const tallies = new Map<string, Tally>();
  const total = emptyTally();

  function both(brokerId: string | undefined, add: (tally: Tally) => void) {
    const id = brokerId ?? nobody;
    const tally = tallies.get(id) ?? emptyTally();
    tallies.set(id, tally);
    add(tally);
    add(total);
  }

  return {
    carries: (brokerId: string) => both(brokerId, (tally) => (tally.load += 1)),

    proposed({ brokerId, answer, answerMinutes }: Proposal): void {
      both(brokerId, (tally) => {
        tally.proposals += 1;
        tally[columnOf[answer]] += 1;
        if (answerMinutes !== undefined) tally.minutes.push(answerMinutes);
      });
    },

    met: (brokerId: string) => both(brokerId, (tally) => (tally.meetings += 1)),

    engages: (brokerId: string | undefined) =>
      both(brokerId, (tally) => (tally.engagementsOpen += 1)),

    counted(row: CountedRow): void {
      for (const [brokerId, part] of partsOf(row)) {
        both(brokerId, (tally) => {
          tally.agreements.add(row.facts._id);
          tally.technologyValueFen = addFen(tally.technologyValueFen, part);
        });
      }
    },

    solved: (brokerId: string | undefined) => both(brokerId, (tally) => (tally.needsSolved += 1)),

    result: () => ({
      ids: [...tallies.keys()].filter((id) => id !== nobody),
      of: (id: string): BrokerFigures => figuresOf(tallies.get(id) ?? emptyTally()),
      total: figuresOf(total),
      withoutBroker: figuresOf(tallies.get(nobody) ?? emptyTally()),
    }),
  };
}
