import { type Actor, hasRole } from '../../access/actor.ts';
import { forbidden } from '../../errors.ts';

export type ReportAction = 'read' | 'publish';

/** Figures are the office's: only it reads and publishes those of its own district. */
function canReport(actor: Actor, _action: ReportAction, subject: { district: string }) {
  if (hasRole(actor, 'system')) return true;
  return hasRole(actor, 'bureau', 'admin') && actor.district === subject.district;
}

/** A question of this actor: of the actor's own district, if the actor may ask it at all. */
export function asks<Q>(actor: Actor, action: ReportAction, asked: Q): Q & { district: string } {
  const query = { ...asked, district: actor.district };
  if (!canReport(actor, action, query)) throw forbidden();
  return query;
}
