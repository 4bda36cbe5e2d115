import { unscoped } from '../../access/actor.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { AgreementStore } from './agreement-store.ts';

/** What happened, as the inbox calls it. */
const events: Record<string, string> = {
  created: 'recorded',
  sign: 'signed',
  confirm: 'confirmed',
  apply: 'applied',
  register: 'registered',
  change: 'changed',
  pay: 'paid',
  deregister: 'deregistered',
  revoke: 'revoked',
  duplicate_flagged: 'duplicate_flagged',
  duplicate_cleared: 'duplicate_cleared',
};

/** Tells both parties, the lead broker and the offices what happened, once for each revision. */
export function createAgreementNotices(parts: {
  agreements: AgreementStore;
  notifications: Pick<NotificationService, 'send'>;
}) {
  const { agreements, notifications } = parts;
  const scope = unscoped('a follow-up re-reads the document that owes it');
  return async function notify(id: string): Promise<void> {
    const agreement = await agreements.get(scope, id);
    const owed = agreement.todo.filter(({ topic }) => topic === 'notify').map((one) => one.since);
    const to = [
      ...agreement.organizationIds.map((organizationId) => ({ organizationId })),
      ...agreement.brokerIds.map((userId) => ({ userId })),
      ...agreement.districts.map((district) => ({ role: 'bureau' as const, district })),
    ];
    for (const { revision, action } of await agreements.history(scope, id)) {
      const event = events[action];
      if (!event || !owed.includes(revision)) continue;
      await notifications.send({
        key: `agreement.${id}.${revision}`,
        to,
        kind: `agreement.${event}`,
        subject: { kind: 'agreement', id },
      });
    }
  };
}
