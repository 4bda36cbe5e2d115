import { type Actor, unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import type { Filter } from '../../store/filter.ts';
import type { EngagementStage } from '../../vocabulary.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import { namedFiles } from '../files/file-names.ts';
import type { FileStore } from '../files/file-store.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { OrganizationNames } from '../organizations/organization-names.ts';
import type { Engagement } from './engagement.ts';
import { presentEngagement } from './engagement-presenter.ts';

interface Asked {
  stage?: EngagementStage | undefined;
  needId?: string | undefined;
  instituteId?: string | undefined;
  brokerId?: string | undefined;
  mine?: boolean | undefined;
  overdue?: boolean | undefined;
  active?: boolean | undefined;
}

/** `mine`: the actor leads or has a share, or it is its organization's; `active`: neither completed nor ended. */
export function engagementFilter(actor: Actor, asked: Asked, now: Date): Filter {
  const { mine, overdue, active, ...plain } = asked;
  const { id, organizationId } = actor;
  const own: Filter[] = [{ brokerId: id }, { 'shares.brokerId': id }];
  if (organizationId) own.push({ enterpriseId: organizationId }, { instituteId: organizationId });
  const over = { stage: { $in: ['completed', 'ended'] } };
  const late = { nextDue: { $lt: shanghaiDate(now) } };
  const all: Filter[] = [
    Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(mine === undefined ? [] : [mine ? { $or: own } : { $nor: own }]),
    ...(overdue === undefined ? [] : [overdue ? late : { $nor: [late] }]),
    ...(active === undefined ? [] : [active ? { $nor: [over] } : over]),
  ];
  const asks = all.filter((one) => Object.keys(one).length > 0);
  return asks.length > 1 ? { $and: asks } : (asks[0] ?? {});
}

/** Reads what a presenter needs beside the engagements: their needs, and names. */
export function engagementReader(ctx: {
  stores: {
    needs: Pick<NeedStore, 'getMany'>;
    capabilities: Pick<CapabilityStore, 'getMany'>;
    files: Pick<FileStore, 'getMany'>;
  };
  organizationNames: OrganizationNames;
  brokerNames: OrganizationNames;
  clock: Clock;
}) {
  const forPresenters = unscoped('the presenter decides what the reader sees of the need');

  async function present(actor: Actor, some: readonly Engagement[], full: boolean) {
    const [needs, names, brokers, capabilities] = await Promise.all([
      ctx.stores.needs.getMany(
        forPresenters,
        some.map((one) => one.needId),
      ),
      ctx.organizationNames(some.flatMap((one) => [one.enterpriseId, one.instituteId])),
      ctx.brokerNames(some.flatMap(({ brokerId }) => (brokerId ? [brokerId] : []))),
      ctx.stores.capabilities.getMany(
        actor,
        some.flatMap(({ capabilityId }) => (capabilityId ? [capabilityId] : [])),
      ),
    ]);
    const now = ctx.clock.now();
    return some.map((one) =>
      presentEngagement(actor, one, {
        ...{ need: needs.get(one.needId)!, names, now, full },
        brokerName: brokers.get(one.brokerId ?? ''),
        capabilityTitle: capabilities.get(one.capabilityId ?? '')?.title,
      }),
    );
  }

  return {
    presentMany: (actor: Actor, some: readonly Engagement[]) => present(actor, some, false),
    /** With their timelines. */
    presentAll: (actor: Actor, some: readonly Engagement[]) => present(actor, some, true),
    async presentOne(actor: Actor, one: Engagement) {
      const [shown] = await present(actor, [one], true);
      return { ...shown!, files: await namedFiles(ctx.stores.files, one.fileIds) };
    },
  };
}
