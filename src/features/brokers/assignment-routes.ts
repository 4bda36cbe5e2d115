import type { Actor } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import type { Filter } from '../../store/filter.ts';
import type { Assignment } from './assignment.ts';
import { presentAssignment, presentCandidate } from './assignment-presenter.ts';
import {
  assignmentAnswer,
  assignmentsAnswer,
  assignmentsQuery,
  candidatesAnswer,
  declineBody,
  reassignBody,
} from './assignment-schema.ts';

export function assignmentRoutes(ctx: Pick<Context, 'assignments' | 'stores' | 'clock'>): Route[] {
  const { assignments, clock } = ctx;
  const presentAll = async (actor: Actor, docs: readonly Assignment[]) => {
    const names = await assignments.namesOf(actor, docs);
    return docs.map((doc) => presentAssignment(actor, doc, clock.now(), names));
  };
  const present = async (actor: Actor, doc: Assignment) => (await presentAll(actor, [doc]))[0]!;
  const repeats = {
    memory: ctx.stores.assignments.memory,
    show: async (actor: Actor, id: string) => present(actor, await assignments.get(actor, id)),
  };
  const shared = { answer: assignmentAnswer, repeats } as const;

  return [
    route(
      {
        method: 'get',
        path: '/needs/:id/assignment',
        summary: 'Who is asked or leads on a need',
        answer: assignmentAnswer,
      },
      async ({ actor, params }) => present(actor, await assignments.ofNeed(actor, params.id)),
    ),
    route(
      {
        method: 'get',
        path: '/assignments',
        summary: 'The bureau’s desk, or what a broker is asked and leads',
        query: assignmentsQuery,
        answer: assignmentsAnswer,
      },
      async ({
        actor,
        query: { limit, cursor, sort, mine, open, overdue, clocked, brokerId, ...rest },
      }) => {
        const filter: Filter = {
          ...rest,
          ...(brokerId && { brokerId }),
          ...(open !== undefined && { endedAt: { $exists: !open } }),
          ...(clocked !== undefined && { due: { $exists: clocked } }),
          ...(overdue && { due: { $lte: clock.now() } }),
        };
        const own: Filter = mine ? { $and: [filter, { brokerId: actor.id }] } : filter;
        const page = await assignments.list(actor, own, { limit, cursor, sort });
        return { items: await presentAll(actor, page.items), nextCursor: page.nextCursor };
      },
    ),
    route(
      {
        method: 'get',
        path: '/assignments/:id',
        summary: 'One assignment',
        answer: assignmentAnswer,
      },
      ({ actor, params }) => repeats.show(actor, params.id),
    ),
    route(
      {
        method: 'get',
        path: '/assignments/:id/candidates',
        summary: 'Whom the bureau may name, best first; then whom it may not, and why',
        roles: ['bureau', 'admin'],
        answer: candidatesAnswer,
      },
      async ({ actor, params }) => {
        const now = clock.now();
        const found = await assignments.candidates(actor, params.id, now);
        return { items: found.map((one) => presentCandidate(one, shanghaiDate(now))) };
      },
    ),
    route(
      {
        method: 'post',
        path: '/assignments/:id/accept',
        summary: 'The broker asked takes the need',
        roles: ['broker'],
        ...shared,
      },
      async ({ actor, cmd, params }) => present(actor, await assignments.accept(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/assignments/:id/decline',
        summary: 'The broker asked declines with a code; the next is asked',
        roles: ['broker'],
        body: declineBody,
        ...shared,
      },
      async ({ actor, cmd, params, body }) =>
        present(actor, await assignments.decline(cmd, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/assignments/:id/reassign',
        summary: 'The bureau asks the broker of its choice, at any time',
        roles: ['bureau', 'admin'],
        body: reassignBody,
        ...shared,
      },
      async ({ actor, cmd, params, body, ifMatch }) =>
        present(actor, await assignments.reassign(cmd, params.id, body, ifMatch)),
    ),
  ];
}
