import type {
  Audience,
  ContactKind,
  DecisionCode,
  EngagementSide,
  EngagementStage,
  OutcomeKind,
} from '../../vocabulary.ts';
import type { ActorSide } from './engagement-access.ts';

export interface Participant {
  side: EngagementSide;
  name: string;
}

/** What happened, by kind; `at` of an entry is when it happened, or will. */
export type Happening =
  | { kind: 'created'; capabilityId?: string | undefined }
  | {
      kind: 'stage';
      from: EngagementStage;
      to: EngagementStage;
      code?: DecisionCode | undefined;
      note?: string | undefined;
    }
  | {
      kind: 'meeting';
      place?: string | undefined;
      link?: string | undefined;
      participants: Participant[];
      minutes?: string | undefined;
      nextStepIds: string[];
      /** Who wrote down afterwards that a planned meeting was held. */
      held?: { at: Date; by: Entry['by'] } | undefined;
    }
  | { kind: 'contact'; contact: ContactKind; note: string }
  | { kind: 'step_done'; nextStepId: string; note?: string | undefined }
  | { kind: 'visits_planned'; visitIds: string[] }
  | { kind: 'visit_report'; visitId: string; note: string; experts?: string[] | undefined }
  | {
      kind: 'outcome';
      outcome: OutcomeKind;
      value: number | string;
      statedBy: string;
      note?: string | undefined;
    }
  | { kind: 'nda'; ndaId: string; signed: boolean }
  | { kind: 'files'; fileIds: string[] }
  | { kind: 'shares' }
  | { kind: 'lead'; brokerId: string }
  | { kind: 'agreement'; agreementId: string; signedAt: string };

/** One entry of the timeline, in the order in which it was entered. */
export type Entry = Happening & {
  id: string;
  at: Date;
  enteredAt: Date;
  by: { id: string; name: string; side: ActorSide };
  /** The revision that brought it: tells which entries a follow-up has still to speak of. */
  revision: number;
  audience: Audience;
};
export type EntryKind = Entry['kind'];

/** A document has a bound; so has the patience of whoever reads 500 entries. */
const longestTimeline = 500;

/** Whether `more` entries no longer fit. */
export const isFull = (timeline: readonly Entry[], more = 1): boolean =>
  timeline.length + more > longestTimeline;

export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

/**
 * Whether somebody recorded that a meeting was held: after it, or with what was said. One that was
 * planned is not held by its hour passing.
 */
export const isHeld = ({
  at,
  enteredAt,
  minutes,
  held,
}: Pick<EntryOf<'meeting'>, 'at' | 'enteredAt' | 'minutes' | 'held'>): boolean =>
  held !== undefined || minutes !== undefined || at <= enteredAt;

/** What was said is written down once; from then on it stands. */
export const awaitsMinutes = ({ minutes, held }: Pick<EntryOf<'meeting'>, 'minutes' | 'held'>) =>
  held === undefined && minutes === undefined;

/** Kinds that are the brokers' and the bureau's own business. */
const inner: readonly EntryKind[] = ['shares'];

/**
 * The timeline as one side may see it. A party does not see brokers' notes; of a meeting without
 * its own side it sees only that it took place.
 */
export function timelineFor(
  timeline: readonly Entry[],
  reader: { inside: boolean; sides: readonly ActorSide[] },
): Entry[] {
  if (reader.inside) return [...timeline];
  return timeline
    .filter((entry) => entry.audience === 'all' && !inner.includes(entry.kind))
    .map((entry) => (entry.kind === 'meeting' ? meetingFor(entry, reader.sides) : entry));
}

/** Whether a side sat in a meeting; one without named participants is everybody's. */
export const tookPart = (
  { participants }: Pick<EntryOf<'meeting'>, 'participants'>,
  some: readonly ActorSide[],
): boolean =>
  participants.length === 0 || participants.some(({ side }) => some.some((one) => one === side));

function meetingFor(entry: EntryOf<'meeting'>, some: readonly ActorSide[]): Entry {
  if (tookPart(entry, some)) return entry;
  const { id, at, enteredAt, by, revision, audience, kind, held } = entry;
  const bare = { id, at, enteredAt, by, revision, audience, kind, held };
  return { ...bare, participants: [], nextStepIds: [] };
}
