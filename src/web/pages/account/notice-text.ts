import type { NotificationLine } from '../../api/inbox.ts';
import type { Texts } from '../../texts/use-text.tsx';

/** A notice in words. */
export function noticeText(line: NotificationLine, _texts: Texts): string {
  return line.kind;
}
