import type { Actor, Command } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { type Route, route } from '../../http/route.ts';
import type { RequestMemory } from '../../store/request-memory.ts';
import { namedFiles } from '../files/file-names.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Agreement } from './agreement.ts';
import { presentAgreement } from './agreement-presenter.ts';
import {
  agreementAdviceAnswer,
  agreementAdviceBody,
  agreementAnswer,
  agreementBody,
  agreementPatch,
  agreementsAnswer,
  agreementsQuery,
  applyBody,
  changeBody,
  deregisterBody,
  distinguishBody,
  endBody,
  noBody,
  paymentBody,
  registerBody,
  signBody,
} from './agreement-schema.ts';
import type { AgreementService } from './agreement-service.ts';

export interface AgreementRouteParts {
  agreements: AgreementService;
  clock: Clock;
  stores: { agreements: { memory: RequestMemory }; files: Pick<FileStore, 'getMany'> };
}

const recorders = ['enterprise', 'institute', 'broker', 'bureau', 'admin'] as const;
const office = ['bureau', 'admin'] as const;

export function agreementRoutes(ctx: AgreementRouteParts): Route[] {
  const { agreements, clock } = ctx;

  /** One agreement in full, with what it shares with others. */
  async function presentOne(actor: Actor, agreement: Agreement) {
    const own = await agreements.ownWarnings(agreement, clock.now());
    const others = await agreements.duplicateWarnings(actor, agreement);
    const shown = presentAgreement(actor, agreement, [...own, ...others]);
    return { ...shown, files: await namedFiles(ctx.stores.files, agreement.fileIds) };
  }

  const show = async (actor: Actor, id: string) =>
    presentOne(actor, await agreements.get(actor, id));
  const shared = {
    answer: agreementAnswer,
    repeats: { memory: ctx.stores.agreements.memory, show },
  } as const;
  const after = async (cmd: Command, done: Promise<Agreement>) => presentOne(cmd.actor, await done);

  return [
    route(
      {
        method: 'get',
        path: '/agreements',
        summary: 'Technology contracts in sight',
        query: agreementsQuery,
        answer: agreementsAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, ...asked } }) => {
        const { number, organizationId, duplicate, ...rest } = asked;
        const filter = {
          ...rest,
          ...(number !== undefined && { registeredNumber: number }),
          ...(organizationId !== undefined && { organizationIds: organizationId }),
          ...(duplicate !== undefined && { duplicateOf: { $exists: duplicate } }),
        };
        const page = await agreements.list(actor, filter, { limit, cursor, sort });
        const items = page.items.map(async (one) =>
          presentAgreement(actor, one, await agreements.ownWarnings(one, clock.now())),
        );
        return { items: await Promise.all(items), nextCursor: page.nextCursor };
      },
    ),
    route(
      {
        method: 'get',
        path: '/agreements/:id',
        summary: 'One agreement, with its warnings',
        answer: agreementAnswer,
      },
      ({ actor, params }) => show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/agreements',
        summary: 'Record an agreement: a draft, or signed when the day is given',
        roles: recorders,
        body: agreementBody,
        status: 201,
        ...shared,
      },
      ({ cmd, body }) => after(cmd, agreements.create(cmd, body)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/advice',
        summary: 'Whether an agreement that is still typed repeats another; nothing is stored',
        roles: recorders,
        body: agreementAdviceBody,
        answer: agreementAdviceAnswer,
      },
      async ({ actor, body }) => ({ warnings: await agreements.advise(actor, body) }),
    ),
    route(
      {
        method: 'patch',
        path: '/agreements/:id',
        summary: 'Change a draft',
        roles: recorders,
        body: agreementPatch,
        answer: agreementAnswer,
      },
      ({ cmd, params, body, ifMatch }) =>
        after(cmd, agreements.update(cmd, params.id, body, ifMatch)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/sign',
        summary: 'Signed on this day',
        body: signBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.sign(cmd, params.id, body.signedAt)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/confirm',
        summary: 'A party confirms what is recorded',
        body: noBody,
        ...shared,
      },
      ({ cmd, params }) => after(cmd, agreements.confirm(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/apply',
        summary: 'Handed in for registration (认定登记)',
        body: applyBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.apply(cmd, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/register',
        summary: 'Registered, with its number',
        roles: office,
        body: registerBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.register(cmd, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/change',
        summary: 'Terms of a registered agreement change (变更登记)',
        roles: office,
        body: changeBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.change(cmd, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/payments',
        summary: 'A payment was made',
        body: paymentBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.pay(cmd, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/distinguish',
        summary: 'It repeats no other agreement, though it looks so',
        roles: office,
        body: distinguishBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.distinguish(cmd, params.id, body.note)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/deregister',
        summary: 'Taken off the register (注销)',
        roles: office,
        body: deregisterBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.deregister(cmd, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/agreements/:id/revoke',
        summary: 'Revoked as a fake, void or a duplicate (撤销)',
        roles: office,
        body: endBody,
        ...shared,
      },
      ({ cmd, params, body }) => after(cmd, agreements.revoke(cmd, params.id, body)),
    ),
  ];
}
