import { type Actor, hasRole } from '../../access/actor.ts';
import type { Engagement } from '../engagements/engagement.ts';
import { sidesOf } from '../engagements/engagement-access.ts';
import type { EngagementAnswer } from '../engagements/engagement-schema.ts';
import { tookPart } from '../engagements/engagement-timeline.ts';
import type { AgendaItem } from './agenda.ts';

/** Made from what the reader is shown of an engagement, so that it tells no more than that. */
export function engagementItems(
  actor: Actor,
  doc: Engagement,
  shown: EngagementAnswer,
  now: Date,
): AgendaItem[] {
  const sides = sidesOf(actor, doc);
  const inside = hasRole(actor, 'system') || sides.includes('broker') || sides.includes('bureau');
  const about = {
    subject: { kind: 'engagement' as const, id: shown.id, title: shown.need.title },
    needId: shown.needId,
    engagementId: shown.id,
    institute: shown.institute,
    enterprise: shown.enterprise,
  };
  const items: AgendaItem[] = [];
  if (shown.turn?.action === 'first_contact' && sides.includes('broker')) {
    const { due, overdue } = shown.turn;
    items.push({ kind: 'first_contact', ...about, due, overdue });
  }
  if (doc.stage !== 'ended') {
    for (const { id, text, ownerSide: side, due, doneAt, overdue } of shown.nextSteps) {
      const mine = inside || sides.some((one) => one === side);
      if (doneAt || !mine) continue;
      items.push({ kind: 'next_step', ...about, partId: id, due, overdue, side, text });
    }
    for (const { id, plannedAt, plannedOn, reportedAt, overdue } of shown.visits) {
      if (reportedAt) continue;
      const at = plannedAt === plannedOn ? undefined : plannedAt;
      items.push({ kind: 'visit', ...about, partId: id, due: plannedOn, at, overdue });
    }
  }
  const meetings = new Map(
    doc.timeline.flatMap((entry) =>
      entry.kind === 'meeting' && (inside || tookPart(entry, sides)) ? [[entry.id, entry]] : [],
    ),
  );
  for (const entry of shown.timeline ?? []) {
    if (!meetings.has(entry.id) || (doc.stage === 'ended' && entry.at > now.toISOString())) {
      continue;
    }
    const { place, link } = entry as { place?: string; link?: string };
    items.push({
      ...{ kind: 'meeting', ...about, partId: entry.id, at: entry.at, overdue: false },
      ...{ place, link },
    });
  }
  return items;
}
