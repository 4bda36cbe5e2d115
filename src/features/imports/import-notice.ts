import { unscoped } from '../../access/actor.ts';
import { type FollowUp, followUp } from '../../jobs/job.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import { isFinished } from './import.ts';
import type { ImportStore } from './import-store.ts';

/**
 * Tells whoever uploaded a file how it ended (one who cancelled it knows), and the office once that
 * needs wait for vetting, instead of once for each of them.
 */
export function importNotice(parts: {
  imports: ImportStore;
  notifications: Pick<NotificationService, 'send'>;
}): FollowUp {
  const { imports, notifications } = parts;
  return followUp({
    store: imports,
    topic: 'notify',
    queue: 'notifications',
    async handle(id) {
      const doc = await imports.get(unscoped('the import job'), id);
      const { status, kind, progress, by, district } = doc;
      if (!isFinished(status) || status === 'cancelled') return;
      await notifications.send({
        key: `import.${status}-${id}`,
        to: [{ userId: by.id }],
        kind: `import.${status}`,
        subject: { kind: 'import', id },
        params: { kind, done: progress.done, failed: progress.failed },
      });
      if (kind !== 'need' || progress.done === 0) return;
      await notifications.send({
        key: `import.needs_submitted-${id}`,
        to: [{ role: 'bureau', district }],
        kind: 'import.needs_submitted',
        subject: { kind: 'import', id },
        params: { done: progress.done },
      });
    },
  });
}
