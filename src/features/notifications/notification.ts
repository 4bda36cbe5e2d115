import { type NotificationKind, notificationKinds, type Role } from '../../vocabulary.ts';

/** Params of a notification: ids, codes, dates and counts. Text of a need never goes in. */
export type NotificationParams = Record<string, string | number | boolean | null>;

/** One line of one person's inbox. */
export interface Notification {
  _id: string;
  /** The occasion; each person has it once. */
  key: string;
  userId: string;
  /** `subject.event`, such as `need.vetted`; the web app turns it into words with `params`. */
  kind: NotificationKind;
  subject: { kind: string; id: string };
  params: NotificationParams;
  createdAt: Date;
  readAt?: Date;
}

/** Whom to tell: one person, a whole organization, or everybody with a role in a district. */
export type Recipient =
  | { userId: string }
  | { organizationId: string }
  | { role: Role; district: string };

/** A notification on its way: kept until everybody it is for has it. */
export interface Notice {
  _id: string;
  to: readonly Recipient[];
  kind: NotificationKind;
  subject: { kind: string; id: string };
  params: NotificationParams;
  /** People who know already: whoever did what the notice tells. */
  except: readonly string[];
  createdAt: Date;
  /** Taken away once it is delivered. */
  pending?: true;
}

/** Active people behind one recipient; an unknown or disabled person is nobody. */
export type FindPeople = (to: Recipient) => Promise<readonly string[]>;

/** Days that a notification is kept after it was read, and at most. */
export const keptDays = { read: 180, unread: 730, notice: 180 } as const;

/** What a key becomes as an id: BullMQ takes no colon, and an index entry has a bound. */
export function noticeId(key: string): string {
  const id = key.replaceAll(':', '.');
  if (!/^[\w.@-]{1,200}$/.test(id)) throw new RangeError('not a key of a notification');
  return id;
}

/** A kind that has no name could be told to nobody. */
export function checkKind(kind: string): NotificationKind {
  const known = notificationKinds.find((one) => one === kind);
  if (!known) throw new RangeError(`not a kind of notification: ${kind}`);
  return known;
}
