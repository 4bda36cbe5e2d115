import ical from 'ical-generator';
import { vocabularyNames } from '../../vocabulary-names.ts';
import type { AgendaItem } from './agenda.ts';

/**
 * Meetings and visits as RFC 5545 text. Moments are written in UTC, which every calendar turns into
 * its own zone, and days without an hour as days; the same item has the same UID for ever.
 */
export function calendarOf(items: readonly AgendaItem[], name: string, now: Date): string {
  const calendar = ical({
    name,
    prodId: { company: 'daqiao', product: 'agenda', language: 'ZH' },
    x: { 'X-WR-TIMEZONE': 'Asia/Shanghai' },
  });
  for (const item of items) {
    const { kind, partId, at, due, subject, institute, enterprise, place, link } = item;
    if ((kind !== 'meeting' && kind !== 'visit') || partId === undefined) continue;
    const parties = [enterprise?.name, institute?.name].filter((one) => one !== undefined);
    const what = [subject.title, parties.join(' × ')].filter((one) => one);
    calendar.createEvent({
      id: `${kind}-${partId}@daqiao`,
      stamp: now,
      // The library reads a whole day from its date in UTC.
      start: new Date(at ?? `${due}T00:00:00Z`),
      allDay: at === undefined,
      summary: [vocabularyNames.agendaKinds[kind].zh, what[0]].filter((one) => one).join(':'),
      ...(what.length > 0 && { description: what.join('\n') }),
      ...(place && { location: place }),
      ...(link && { url: link }),
    });
  }
  return calendar.toString();
}
