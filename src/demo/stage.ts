import type { Command } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Cast } from './cast.ts';

/** What every scene of the demo plays on. */
export interface Stage {
  ctx: Context;
  cast: Cast;
  capabilityIds: ReadonlyMap<string, string>;
  now: Date;
  /** A command of one of the cast at an instant of the past. */
  as(person: string, at: Date): Command;
}

export function createStage(parts: Omit<Stage, 'as'>): Stage {
  return { ...parts, as: (person, at) => ({ actor: parts.cast.person(person), at }) };
}
