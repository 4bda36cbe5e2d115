import type { NotificationLine } from '../../api/inbox.ts';
import { dateText, dayOf, instantText, lastDayOf } from '../../kit/dates.ts';
import type { Texts } from '../../texts/use-text.tsx';
import type { NoticeParams } from './notice-words.ts';

/** A notice in words. */
export function noticeText(line: NotificationLine, { t, word, language }: Texts): string {
  const text = (name: string) => String(line.params[name] ?? '');
  const params: NoticeParams = {
    day: (name) => (text(name) ? dateText(lastDayOf(text(name)), language) : ''),
    instant: (name) => (text(name) ? instantText(text(name), language) : ''),
    over: (name) => text(name) !== '' && lastDayOf(text(name)) < dayOf(line.createdAt),
    count: (name) => Number(line.params[name] ?? 0),
    word: (table, name) => word(table, text(name) || undefined),
    is: (name, value) => text(name) === value,
    has: (name) => text(name) !== '',
  };
  // A service that is newer than this page may know more kinds.
  return t.notices[line.kind]?.(params) ?? word('notificationKinds', line.kind);
}
