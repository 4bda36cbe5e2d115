import type * as z from 'zod';
import type { Actor, Command } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { engagementStages } from '../../vocabulary.ts';
import type { Engagement } from './engagement.ts';
import { engagementBoard } from './engagement-board.ts';
import { engagementFilter, engagementReader } from './engagement-reading.ts';
import {
  boardAnswer,
  boardQuery,
  contactBody,
  countsAnswer,
  countsQuery,
  doneBody,
  engagementAnswer,
  engagementBody,
  engagementPatch,
  engagementsAnswer,
  engagementsQuery,
  filesBody,
  heldBody,
  meetingBody,
  meetingParams,
  ndaBody,
  outcomeBody,
  reportBody,
  stageBody,
  stepParams,
  visitBody,
  visitParams,
} from './engagement-schema.ts';
import { engagementSearch } from './engagement-search.ts';

type Parts = Pick<
  Context,
  'engagements' | 'stores' | 'settings' | 'organizationNames' | 'brokerNames' | 'clock'
>;

export function engagementRoutes(ctx: Parts): Route[] {
  const { engagements } = ctx;
  const { presentOne, presentMany } = engagementReader(ctx);
  const search = engagementSearch(ctx);
  const board = engagementBoard(ctx, search, presentMany);
  const repeats = {
    memory: ctx.stores.engagements.memory,
    show: async (actor: Actor, id: string) => presentOne(actor, await engagements.get(actor, id)),
  };
  const shared = { answer: engagementAnswer, repeats } as const;

  /** An action on one engagement that writes an entry: all have this form. */
  const entry = <B extends z.ZodType>(
    path: string,
    summary: string,
    body: B,
    act: (cmd: Command, id: string, body: z.output<B>) => Promise<Engagement>,
  ) =>
    route(
      { method: 'post', path: `/engagements/:id/${path}`, summary, body, ...shared },
      async ({ actor, cmd, params, body }) => presentOne(actor, await act(cmd, params.id, body)),
    );

  return [
    route(
      {
        method: 'get',
        path: '/engagements',
        summary: 'Engagements in sight',
        query: engagementsQuery,
        answer: engagementsAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, field, q, ...asked } }) => {
        const base = engagementFilter(actor, asked, ctx.clock.now());
        const page = await search.page(actor, base, { field, q }, { limit, cursor, sort });
        return { items: await presentMany(actor, page.items), nextCursor: page.nextCursor };
      },
    ),
    route(
      {
        method: 'get',
        path: '/engagements/counts',
        summary: 'How many engagements stand at each stage, for a board',
        query: countsQuery,
        answer: countsAnswer,
      },
      async ({ actor, query: { field, q, ...asked } }) => {
        const base = engagementFilter(actor, asked, ctx.clock.now());
        const counts = await search.counts(actor, base, { field, q });
        return {
          total: [...counts.values()].reduce((sum, one) => sum + one, 0),
          stages: Object.fromEntries(
            engagementStages.map((stage) => [stage, counts.get(stage) ?? 0]),
          ),
        };
      },
    ),
    route(
      {
        method: 'get',
        path: '/engagements/board',
        summary: 'Engagements by stage, as far as a board shows them, and how many there are',
        query: boardQuery,
        answer: boardAnswer,
      },
      ({ actor, query: { field, q, atLength = [], ...asked } }) => {
        const base = engagementFilter(actor, asked, ctx.clock.now());
        const stages = asked.stage ? [asked.stage] : engagementStages;
        return board(actor, base, { field, q }, stages, atLength);
      },
    ),
    route(
      {
        method: 'get',
        path: '/engagements/:id',
        summary: 'One engagement with its timeline, in the reader’s scope',
        answer: engagementAnswer,
      },
      ({ actor, params }) => repeats.show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/engagements',
        summary: 'Bring a need and an institute together',
        roles: ['broker', 'bureau'],
        body: engagementBody,
        status: 201,
        ...shared,
      },
      async ({ actor, cmd, body }) => presentOne(actor, await engagements.create(cmd, body)),
    ),
    route(
      {
        method: 'patch',
        path: '/engagements/:id',
        summary: 'Change the brokers’ shares or the capability',
        body: engagementPatch,
        answer: engagementAnswer,
      },
      async ({ actor, cmd, params, body, ifMatch }) =>
        presentOne(actor, await engagements.update(cmd, params.id, body, ifMatch)),
    ),
    route(
      {
        method: 'post',
        path: '/engagements/:id/stage',
        summary: 'Move to another stage, or end with a code',
        body: stageBody,
        ...shared,
      },
      async ({ actor, cmd, params, body, ifMatch }) =>
        presentOne(actor, await engagements.move(cmd, params.id, body, ifMatch)),
    ),
    entry('meetings', 'Enter a meeting, past or planned', meetingBody, engagements.meet),
    entry('contacts', 'Enter a call or a mail', contactBody, engagements.contact),
    entry('visits', 'Plan one visit, or a year of them', visitBody, engagements.plan),
    entry('outcomes', 'State what came of it', outcomeBody, engagements.stateOutcome),
    entry('ndas', 'Write down who signed the NDA, and when', ndaBody, engagements.signNda),
    entry('files', 'Attach files', filesBody, (cmd, id, { fileIds }) =>
      engagements.attach(cmd, id, fileIds),
    ),
    route(
      {
        method: 'post',
        path: '/engagements/:id/meetings/:mid/held',
        summary: 'A planned meeting was held: its minutes, who came, and the next steps',
        params: meetingParams,
        body: heldBody,
        ...shared,
      },
      async ({ actor, cmd, params: { id, mid }, body }) =>
        presentOne(actor, await engagements.holdMeeting(cmd, id, mid, body)),
    ),
    route(
      {
        method: 'post',
        path: '/engagements/:id/next-steps/:sid/done',
        summary: 'A next step is done',
        params: stepParams,
        body: doneBody,
        ...shared,
      },
      async ({ actor, cmd, params: { id, sid }, body }) =>
        presentOne(actor, await engagements.finishStep(cmd, id, sid, body.note)),
    ),
    route(
      {
        method: 'post',
        path: '/engagements/:id/visits/:vid/report',
        summary: 'Report on a visit',
        params: visitParams,
        body: reportBody,
        ...shared,
      },
      async ({ actor, cmd, params: { id, vid }, body }) =>
        presentOne(actor, await engagements.report(cmd, id, vid, body)),
    ),
  ];
}
