import { type Actor, hasRole } from '../../access/actor.ts';
import { forbidden, notFound } from '../../errors.ts';
import type { AuditStore, Traced } from '../../store/audit.ts';

/** What belongs to the deployment's accounts, which an administrator keeps in every district. */
const accountKinds = ['user', 'token', 'settings'];

/** A history holds every layer of its document, so it is for the office that reads them all. */
function mayAudit(actor: Actor, subject: Traced): boolean {
  if (subject.districts.includes(actor.district)) return true;
  return hasRole(actor, 'admin') && accountKinds.includes(subject.kind);
}

export function createAuditService({ audit }: { audit: AuditStore }) {
  return {
    async history(actor: Actor, id: string, page: { limit: number; after: number }) {
      if (!hasRole(actor, 'bureau', 'admin')) throw forbidden();
      const subject = await audit.trace(id);
      if (!subject || !mayAudit(actor, subject)) throw notFound('subject');
      const lines = await audit.page(subject, page.after, page.limit + 1);
      return { subject, lines: lines.slice(0, page.limit), more: lines.length > page.limit };
    },
  };
}
