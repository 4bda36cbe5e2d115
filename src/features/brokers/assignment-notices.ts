import type { Outgoing } from '../notifications/notification-service.ts';
import type { Assignment } from './assignment.ts';

/**
 * Whom an assignment tells what, as it stands. Each occasion has its key, so that telling it again
 * tells nobody twice; params are ids, codes and instants.
 */
export function noticesOf(doc: Assignment): Outgoing[] {
  const { _id: id, needId, district, organizationId } = doc;
  const office = { role: 'bureau', district } as const;
  const notices: Outgoing[] = [];
  const tell = (event: string, occasion: string, more: Pick<Outgoing, 'to' | 'params'>) => {
    const subject = { kind: 'assignment', id };
    const params = { needId, ...more.params };
    const kind = `assignment.${event}`;
    notices.push({ key: `${kind}-${occasion}`, kind, subject, to: more.to, params });
  };
  for (const turn of doc.turns) {
    const broker = { userId: turn.brokerId };
    if (turn.outcome === 'replaced' || turn.outcome === 'recalled') {
      tell('taken_back', turn.id, { to: [broker] });
    }
    if (turn.outcome) continue;
    if (turn.acceptedAt) {
      tell('accepted', turn.id, { to: [{ organizationId }] });
      if (doc.contactOverdue) tell('contact_overdue', turn.id, { to: [broker, office] });
    } else {
      tell('proposed', turn.id, { to: [broker], params: { due: turn.due.toISOString() } });
    }
  }
  if (doc.status === 'escalated' && !doc.endedAt) {
    const occasion = `${id}-${doc.turns.length}-${doc.escalation}`;
    tell('escalated', occasion, { to: [office], params: { reason: doc.escalation ?? null } });
  }
  return notices;
}
