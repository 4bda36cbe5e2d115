import { type Actor, type Command, unscoped } from '../../access/actor.ts';
import { endOfDay, shanghaiDate } from '../../calendar/dates.ts';
import { addWorkingDays, workingDaysBetween } from '../../calendar/working-days.ts';
import { AppError, conflict } from '../../errors.ts';
import type { Step } from '../../store/document-store.ts';
import type { Need } from '../needs/need.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import {
  type Assignment,
  type AssignmentState,
  canMove,
  escalate,
  missedBrokers,
  propose,
} from './assignment.ts';
import { type Candidate, type NeedToAssign, type Ranked, rankBrokers } from './assignment-score.ts';
import type { AssignmentStore } from './assignment-store.ts';
import type { Broker } from './broker.ts';
import type { BrokerStore } from './broker-store.ts';

export type AssignmentProposer = ReturnType<typeof createAssignmentProposer>;

/** What every change of broker owes: the need's own copy, the clocks, freed places, the inbox. */
export const afterChange = ['need', 'clock', 'release', 'notify'];
const triesAtARace = 4;

/** A broker to ask, as judged: with the profile that was read, and what spoke for this one. */
export interface Choice {
  broker: Broker;
  ranked?: Ranked;
}

/** Claims for the needs at hand do not count: they are what a run that was killed has left. */
export const candidateOf = (broker: Broker, atHand: (needId: string) => boolean): Candidate => ({
  ...broker,
  id: broker._id,
  load: broker.claims.filter(({ needId }) => !atHand(needId)).length,
});

/**
 * Asks brokers. A place within the broker's capacity is claimed first, then the assignment is
 * written with the revision that was read; a lost race gives the place back. Killed in between,
 * the claim outlives the process, is taken up by the next run, or found dead by the reconciler:
 * the load is never under the truth, so capacity holds.
 */
export function createAssignmentProposer(parts: {
  assignments: AssignmentStore;
  brokers: BrokerStore;
  settings: SettingsService;
  withPeople(brokers: readonly Broker[]): Promise<Broker[]>;
}) {
  const { assignments, brokers, settings, withPeople } = parts;

  const brokersOf = async (district: string) => withPeople(await brokers.ofDistrict(district));

  /** The days that the broker has for an answer, from today to the due day. */
  async function answerDays(district: string, at: Date) {
    const { acceptWorkingDays } = await settings.of(district);
    return { from: shanghaiDate(at), to: addWorkingDays(at, acceptWorkingDays) };
  }

  function toAssign(need: Need, before: Assignment | null | undefined, at: Date): NeedToAssign {
    return {
      id: need._id,
      district: need.district,
      field: need.field,
      parties: [need.organizationId, ...need.instituteIds],
      vettedBy: need.vetting?.by,
      missed: missedBrokers(before?.turns ?? []),
      waitedDays: workingDaysBetween(need.vetting?.at ?? need.createdAt, at),
    };
  }

  /** Writes a state; `null` when somebody else wrote first. */
  async function write(
    cmd: Command,
    need: Need,
    before: Assignment | null,
    state: AssignmentState,
    step: Step,
  ): Promise<Assignment | null> {
    try {
      if (before) {
        const { revision } = before;
        const once = { ...step, ifMatch: revision };
        const scope = unscoped('the mover has judged the assignment that it read');
        return await assignments.change(cmd, scope, before._id, once, () => state);
      }
      const { _id: needId, organizationId, district } = need;
      const { status, brokerId, due, escalation, turns } = state;
      const own = { needId, organizationId, district };
      return await assignments.insert(
        cmd,
        {
          ...own,
          status,
          turns,
          ...(brokerId && { brokerId }),
          ...(due && { due }),
          ...(escalation && { escalation }),
        },
        step,
      );
    } catch (error) {
      const lost =
        error instanceof AppError && ['stale_revision', 'already_exists'].includes(error.code);
      if (lost) return null;
      throw error;
    }
  }

  /** Claims the first broker who has a place, and writes the turn; what it came to. */
  async function ask(
    cmd: Command,
    need: Need,
    before: Assignment | null,
    choices: readonly Choice[],
    step: Step & { by?: string },
  ): Promise<Assignment | 'no_place' | 'lost'> {
    const revision = (before?.revision ?? 0) + 1;
    const turnId = `${need._id}-${revision}`;
    const due = endOfDay((await answerDays(need.district, cmd.at)).to);
    const { by, ...rest } = step;
    for (const { broker, ranked } of choices) {
      const claim = { turnId, needId: need._id, revision };
      if (!(await brokers.claim(broker, claim))) continue;
      const turn = {
        id: turnId,
        brokerId: broker._id,
        due,
        ...(by && { by }),
        ...(ranked && { score: ranked.score, parts: ranked.parts }),
      };
      const state = propose(before ?? undefined, turn, cmd.at);
      let written: Assignment | null = null;
      try {
        written = await write(cmd, need, before, state, rest);
      } finally {
        if (!written) await giveBack(need._id, broker._id, turnId);
      }
      return written ?? 'lost';
    }
    return 'no_place';
  }

  /** A twin of this run may have written the very same turn: then the claim is in use. */
  async function giveBack(needId: string, brokerId: string, turnId: string): Promise<void> {
    const now = await assignments.ofNeed(needId);
    const used = now?.turns.some(
      (turn) => turn.id === turnId && turn.brokerId === brokerId && !turn.outcome,
    );
    if (!used) await brokers.release(brokerId, turnId);
  }

  /** True while a broker is asked or leads, or the bureau has to decide. */
  function settled(before: Assignment | null): boolean {
    if (!before || before.endedAt) return false;
    if (before.status === 'escalated') return before.escalation !== 'no_broker';
    return !canMove(before, 'propose');
  }

  return {
    brokersOf,

    async brokerAsOfNow(scope: Actor, id: string): Promise<Broker | undefined> {
      const found = await brokers.find(scope, { _id: id });
      return found ? (await withPeople([found]))[0] : undefined;
    },

    answerDays,
    toAssign,
    write,
    ask,
    settled,

    /**
     * The next broker by the rules, or the bureau; nothing when a broker is asked or leads
     * already. `choose` narrows who is asked: a batch has dealt already.
     */
    async next(
      cmd: Command,
      need: Need,
      choose?: (before: Assignment | null) => readonly Choice[],
    ): Promise<Assignment | null> {
      for (let attempt = 0; attempt < triesAtARace; attempt += 1) {
        const before = await assignments.ofNeed(need._id);
        if (settled(before)) return null;
        const { proposalsBeforeEscalation } = await settings.of(need.district);
        const todo = afterChange;
        const toBureau = async (reason: 'three_misses' | 'no_broker') => {
          if (before?.status === 'escalated' && !before.endedAt) return before;
          const state = escalate(before ?? undefined, reason, cmd.at);
          return write(cmd, need, before, state, { action: 'escalated', note: reason, todo });
        };
        const misses = missedBrokers(before?.turns ?? []).length;
        if (misses >= proposalsBeforeEscalation) {
          const written = await toBureau('three_misses');
          if (written) return written;
          continue;
        }
        const choices = choose ? choose(before) : await rank(need, before, cmd.at);
        const asked = await ask(cmd, need, before, choices, { action: 'proposed', todo });
        if (asked === 'lost') continue;
        if (asked !== 'no_place') return asked;
        // Every place judged free was taken meanwhile: judge again, or leave it to the next batch.
        if (choices.length > 0) {
          if (choose) return null;
          continue;
        }
        const written = await toBureau('no_broker');
        if (written) return written;
      }
      throw conflict('busy', 'Others are changing this assignment right now. Try again.');
    },
  };

  async function rank(need: Need, before: Assignment | null, at: Date): Promise<Choice[]> {
    const [all, days] = await Promise.all([
      brokersOf(need.district),
      answerDays(need.district, at),
    ]);
    const byId = new Map(all.map((broker) => [broker._id, broker]));
    const candidates = all.map((broker) => candidateOf(broker, (id) => id === need._id));
    return rankBrokers(toAssign(need, before, at), candidates, days).map((ranked) => ({
      broker: byId.get(ranked.brokerId)!,
      ranked,
    }));
  }
}
