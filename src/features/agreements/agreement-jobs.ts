import { isDeepStrictEqual } from 'node:util';
import { systemActor, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { type FollowUp, followUp } from '../../jobs/job.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { FileService } from '../files/file-service.ts';
import type { Agreement } from './agreement.ts';
import { partiesAgree } from './agreement-brokerage.ts';
import type { Duplicates } from './agreement-duplicates.ts';
import type { EngagementLink } from './agreement-neighbours.ts';
import type { AgreementStore } from './agreement-store.ts';

const followed = unscoped('a follow-up re-reads the document that owes it');

interface Parts {
  agreements: AgreementStore;
  duplicates: Duplicates;
  notify(id: string): Promise<void>;
  engagements: EngagementLink;
  engagementStore: EngagementStore;
  files: Pick<FileService, 'attach'>;
  clock: Clock;
}

/** What follows a write on an agreement; each may run twice. */
export function agreementJobs(parts: Parts): FollowUp[] {
  const { agreements, duplicates, engagements, files, clock, notify } = parts;
  return [
    followUp({
      store: agreements,
      topic: 'signed',
      queue: 'agreements',
      async handle(id) {
        const agreement = await agreements.get(followed, id);
        const { engagementId, signedAt, district, brokerage, seller, buyer } = agreement;
        if (signedAt === undefined || engagementId === undefined || !brokerage) return;
        // A contract with somebody else says nothing of these talks, and must not close them.
        if (!partiesAgree(brokerage, seller.organizationId, buyer.organizationId)) return;
        const cmd = { actor: systemActor(district), at: clock.now() };
        await engagements.agreementSigned(cmd, { engagementId, agreementId: id, signedAt });
      },
    }),
    followUp({
      store: agreements,
      topic: 'duplicates',
      queue: 'agreements',
      handle: async (id) => duplicates.settle(await agreements.get(followed, id)),
    }),
    followUp({
      store: agreements,
      topic: 'files',
      queue: 'agreements',
      async handle(id) {
        const { fileIds, organizationIds, districts, brokerIds, district } = await agreements.get(
          followed,
          id,
        );
        const cmd = { actor: systemActor(district), at: clock.now() };
        const to = { kind: 'agreement', id, organizationIds, districts, userIds: brokerIds };
        await files.attach(cmd, fileIds, to);
      },
    }),
    followUp({
      store: parts.engagementStore,
      topic: 'agreements',
      queue: 'agreements',
      handle: (id) => followLead(parts, id),
    }),
    followUp({ store: agreements, topic: 'notify', queue: 'agreements', handle: notify }),
  ];
}

/** A new lead broker sees the agreements of the engagement; whoever recorded one still does. */
async function followLead(
  { agreements, engagements, clock }: Pick<Parts, 'agreements' | 'engagements' | 'clock'>,
  engagementId: string,
): Promise<void> {
  const lead = (await engagements.facts(followed, engagementId))?.brokerId;
  if (lead === undefined) return;
  for await (const { _id, district } of agreements.each(followed, { engagementId })) {
    const actor = systemActor(district);
    const brokersOf = ({ brokerIds, recordedBy }: Agreement) => [
      ...new Set([lead, ...brokerIds.filter((one) => one === recordedBy)]),
    ];
    const step = (agreement: Agreement) => {
      const same = isDeepStrictEqual(brokersOf(agreement), agreement.brokerIds);
      return { action: 'lead', todo: same ? [] : ['files'] };
    };
    await agreements.change({ actor, at: clock.now() }, actor, _id, step, (agreement) => {
      const { brokerage, status } = agreement;
      return {
        brokerIds: brokersOf(agreement),
        // Who led at the signing stays whose work it was.
        ...(brokerage &&
          status === 'drafted' && { brokerage: { ...brokerage, leadBrokerId: lead } }),
      };
    });
  }
}
