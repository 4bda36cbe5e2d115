import { type Actor, hasRole } from '../../access/actor.ts';
import type { Stored } from '../../store/stored.ts';
import type { BrokerGrade, Field } from '../../vocabulary.ts';

/** A leave, from its first to its last day, both included (dates in Shanghai). */
export interface Leave {
  from: string;
  to: string;
  note?: string;
}

/** What the rules of assignment need to know of a broker. */
export interface BrokerProfile {
  district: string;
  grade: BrokerGrade;
  fields: readonly Field[];
  /** Needs that the broker can carry at once, proposed and accepted ones together. */
  capacity: number;
  /** The organization that employs the broker, when there is one. */
  employerId?: string;
  /** Organizations with which the broker has declared a conflict of interest. */
  conflicts: readonly string[];
  leave: readonly Leave[];
  /** False: keeps the past, gets nothing new. */
  active: boolean;
}

/** A place taken within the capacity, before the assignment is written (ADR claims). */
export interface Claim {
  /** The id of the turn that it is for. */
  turnId: string;
  needId: string;
  /** The revision that the assignment gets with this turn; once it is past, the claim is dead. */
  revision: number;
}

/** What can be counted about a broker's past; a projection of the assignments. */
export interface BrokerRecord {
  /** Proposals answered or run out. */
  asked: number;
  /** Of these, run out without an answer. */
  expired: number;
  /** Needs led that have come to an end. */
  led: number;
  /** Of these, solved. */
  solved: number;
}

/** 科技经纪人. One profile a person: its id is the person's own, so a `brokerId` is a user id. */
export interface Broker extends Stored, BrokerProfile {
  name: string;
  externalId?: string;
  claims: Claim[];
  record: BrokerRecord;
}

export const noRecord: BrokerRecord = { asked: 0, expired: 0, led: 0, solved: 0 };

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

type Action = 'create' | 'update' | 'read_load' | 'read_private';

/** The office keeps its district's brokers; a broker keeps what only the broker knows. */
export function canBroker(
  actor: Actor,
  action: Action,
  subject: { _id?: string; district: string },
): boolean {
  if (hasRole(actor, 'system')) return true;
  if (hasRole(actor, 'bureau', 'admin') && subject.district === actor.district) return true;
  return action !== 'create' && hasRole(actor, 'broker') && subject._id === actor.id;
}

/** What a broker may change without the office; a declared conflict is lifted by the office only. */
export const keptByBroker = ['leave', 'conflicts'] as const;
