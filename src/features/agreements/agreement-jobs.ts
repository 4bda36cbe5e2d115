import { systemActor, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { type FollowUp, followUp } from '../../jobs/job.ts';
import type { FileService } from '../files/file-service.ts';
import type { Duplicates } from './agreement-duplicates.ts';
import type { EngagementLink } from './agreement-neighbours.ts';
import type { AgreementStore } from './agreement-store.ts';

const followed = unscoped('a follow-up re-reads the document that owes it');

/** What follows a write on an agreement; each may run twice. */
export function agreementJobs(parts: {
  agreements: AgreementStore;
  duplicates: Duplicates;
  notify(id: string): Promise<void>;
  engagements: Pick<EngagementLink, 'agreementSigned'>;
  files: Pick<FileService, 'attach'>;
  clock: Clock;
}): FollowUp[] {
  const { agreements, duplicates, engagements, files, clock, notify } = parts;
  return [
    followUp({
      store: agreements,
      topic: 'signed',
      queue: 'agreements',
      async handle(id) {
        const { engagementId, signedAt, district } = await agreements.get(followed, id);
        if (signedAt === undefined || engagementId === undefined) return;
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
    followUp({ store: agreements, topic: 'notify', queue: 'agreements', handle: notify }),
  ];
}
