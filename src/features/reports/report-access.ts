import { type Actor, hasRole } from '../../access/actor.ts';

export type ReportAction = 'read' | 'publish';

/** Figures are the office's: only it reads and publishes those of its own district. */
export function canReport(actor: Actor, _action: ReportAction, subject: { district: string }) {
  if (hasRole(actor, 'system')) return true;
  return hasRole(actor, 'bureau', 'admin') && actor.district === subject.district;
}
