import { type Command, systemActor, unscoped } from '../../access/actor.ts';
import { addDays, shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { AppError } from '../../errors.ts';
import { type FollowUp, followUp } from '../../jobs/job.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { Filter } from '../../store/filter.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { Need } from './need.ts';
import { expiryNotice, noticesOf } from './need-notices.ts';
import type { NeedService } from './need-service.ts';
import type { NeedStore } from './need-store.ts';

interface Parts {
  needs: NeedStore;
  service: Pick<NeedService, 'expire'>;
  notifications: Pick<NotificationService, 'send'>;
  clock: Clock;
}

/** Calendar days before the last day of validity on which the owner is reminded. */
const remindDays = 14;
const byItself = unscoped('follow-ups and clocks look at every need');

/** Tells people what became of a need; may run twice. */
export function needFollowUps({ needs, notifications }: Parts): FollowUp[] {
  return [
    followUp({
      store: needs,
      topic: 'notify',
      queue: 'notifications',
      async handle(id) {
        const need = await needs.find(byItself, { _id: id });
        for (const notice of need ? noticesOf(need) : []) await notifications.send(notice);
      },
    }),
  ];
}

/** Lets needs run out after their last day, and reminds their owners two weeks before. */
export function needValidity({ needs, service, notifications, clock }: Parts): Repair {
  const command = (need: Need): Command => ({
    actor: systemActor(need.district),
    at: clock.now(),
  });

  async function eachOpen(
    signal: AbortSignal,
    more: Filter,
    act: (need: Need) => Promise<unknown>,
  ) {
    for await (const need of needs.each(byItself, { status: 'open', ...more })) {
      if (signal.aborted) return;
      await act(need).catch(unlessOvertaken);
    }
  }

  async function remind(need: Need) {
    if (need.expiresOn === undefined) return;
    await notifications.send(expiryNotice({ ...need, expiresOn: need.expiresOn }));
    await needs.change(command(need), byItself, need._id, { action: 'expiry_reminded' }, (now) =>
      now.expiresOn === need.expiresOn ? { expiryReminded: true } : {},
    );
  }

  return {
    name: 'need-validity',
    async run(signal) {
      const today = shanghaiDate(clock.now());
      await eachOpen(signal, { expiresOn: { $lt: today } }, (need) =>
        service.expire(command(need), need._id),
      );
      const soon = { expiresOn: { $gte: today, $lte: addDays(today, remindDays) } };
      await eachOpen(signal, { ...soon, expiryReminded: { $exists: false } }, remind);
    },
  };
}

/** Another process did it, or the need moved on: nothing is left to do. */
function unlessOvertaken(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
