import { unscoped } from '../../access/actor.ts';
import { type FollowUp, followUp } from '../../jobs/job.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import { isFinished } from './import.ts';
import type { ImportStore } from './import-store.ts';

/** Tells whoever uploaded a file how it ended; one who cancelled it knows. */
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
      const { status, kind, progress, by } = doc;
      if (!isFinished(status) || status === 'cancelled') return;
      await notifications.send({
        key: `import.${status}-${id}`,
        to: [{ userId: by.id }],
        kind: `import.${status}`,
        subject: { kind: 'import', id },
        params: { kind, done: progress.done, failed: progress.failed },
      });
    },
  });
}
