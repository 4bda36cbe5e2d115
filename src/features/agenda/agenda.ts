import { startOfDay } from '../../calendar/dates.ts';
import type { AgendaKind, EngagementSide } from '../../vocabulary.ts';

/** What an item is about; the title only where the reader may know it. */
export interface AgendaSubject {
  kind: 'need' | 'assignment' | 'engagement' | 'agreement';
  id: string;
  title?: string | undefined;
}

/** One thing that waits for somebody, or that takes place. */
export interface AgendaItem {
  kind: AgendaKind;
  subject: AgendaSubject;
  /** The last day to do it. */
  due?: string | undefined;
  /** The moment at which it takes place, or runs out where the hour counts. */
  at?: string | undefined;
  overdue: boolean;
  needId?: string | undefined;
  engagementId?: string | undefined;
  /** The next step, meeting or visit of the engagement that is meant. */
  partId?: string | undefined;
  /** Who owes a next step. */
  side?: EngagementSide | undefined;
  /** What a next step says. */
  text?: string | undefined;
  place?: string | undefined;
  link?: string | undefined;
  enterprise?: { id: string; name?: string | undefined } | undefined;
  institute?: { id: string; name?: string | undefined } | undefined;
}

/** Where an item stands on the list: by its moment, or the beginning of its day; undated ones last. */
export function positionOf({ kind, due, at, subject, partId }: AgendaItem): string {
  const when = at ?? (due === undefined ? '9999' : startOfDay(due).toISOString());
  return [when, kind, subject.id, partId ?? ''].join('|');
}

/** Overdue first, then what comes next. */
export function inOrder(items: readonly AgendaItem[]): AgendaItem[] {
  return items
    .map((item) => ({ item, position: positionOf(item) }))
    .sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0))
    .map(({ item }) => item);
}
