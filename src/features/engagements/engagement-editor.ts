import { type Actor, type Command, hasRole, type Scope, unscoped } from '../../access/actor.ts';
import { conflict, forbidden } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import type { Audience } from '../../vocabulary.ts';
import type { Engagement } from './engagement.ts';
import { canEngagement, type EngagementAction, sidesOf } from './engagement-access.ts';
import { dueDays } from './engagement-due.ts';
import type { EngagementStore } from './engagement-store.ts';
import { type Entry, type Happening, isFull } from './engagement-timeline.ts';

export type Happened = Happening & {
  id?: string;
  at?: Date | undefined;
  audience?: Audience;
};

/** One change of an engagement: what it may be called, who may do it, and what must follow. */
export interface Edit {
  /** As the history calls it. */
  name: string;
  /** What the actor must be allowed to do; several where the body asks for several things. */
  actions: readonly EngagementAction[];
  code?: string | undefined;
  ifMatch?: number | undefined;
  /** Also after the end, such as a late outcome. */
  evenEnded?: boolean;
  /** Follow-ups besides `notify` and `remind`. */
  todo?: readonly string[];
}

export interface Edited {
  values: Partial<Engagement>;
  happened: readonly Happened[];
}

export type EngagementEditor = ReturnType<typeof createEngagementEditor>;

/** The way every command on an engagement takes: rights, state, timeline, due days, one write. */
export function createEngagementEditor({
  engagements,
  newId,
}: {
  engagements: EngagementStore;
  newId: NewId;
}) {
  function enter(cmd: Command, engagement: Engagement, happened: readonly Happened[]): Entry[] {
    const side = sidesOf(cmd.actor, engagement)[0] ?? 'system';
    const by = { id: cmd.actor.id, name: cmd.actor.name, side };
    return happened.map(
      (one) =>
        ({
          ...one,
          id: one.id ?? newId(cmd.at),
          at: one.at ?? cmd.at,
          enteredAt: cmd.at,
          by,
          revision: engagement.revision + 1,
          audience: one.audience ?? 'all',
        }) as Entry,
    );
  }

  return async function edit(
    cmd: Command,
    id: string,
    { name, actions, code, ifMatch, evenEnded, todo = [] }: Edit,
    work: (engagement: Engagement) => Edited | Promise<Edited>,
  ): Promise<Engagement> {
    const step = { action: name, code, ifMatch, todo: ['notify', 'remind', ...todo] };
    return engagements.change(cmd, scopeOf(cmd.actor), id, step, async (engagement) => {
      for (const action of actions) {
        if (!canEngagement(cmd.actor, action, engagement)) throw forbidden();
      }
      if (engagement.stage === 'ended' && !evenEnded) {
        throw conflict('engagement_ended', 'This engagement has ended.');
      }
      const { values, happened } = await work(engagement);
      const before = values.timeline ?? engagement.timeline;
      const timeline = [...before, ...enter(cmd, engagement, happened)];
      if (isFull(timeline, 0) && !hasRole(cmd.actor, 'system')) {
        throw conflict('timeline_full', 'This timeline is full. Start another engagement.');
      }
      const { nextDue, remindOn } = dueDays({ ...engagement, ...values });
      return { ...values, timeline, nextDue, remindOn };
    });
  };
}

function scopeOf(actor: Actor): Scope {
  return hasRole(actor, 'system') ? unscoped('the system follows other documents') : actor;
}
