import { type Actor, hasRole } from '../../access/actor.ts';
import { forbidden, notFound } from '../../errors.ts';
import type { AuditStore, LogFilter, Traced } from '../../store/audit.ts';
import type { HistoryEntry } from '../../store/stored.ts';

/** What belongs to the deployment's accounts, which an administrator keeps in every district. */
const accountKinds = ['user', 'token', 'settings'];

/** A history holds every layer of its document, so it is for the office that reads them all. */
function mayAudit(actor: Actor, subject: Traced): boolean {
  if (subject.districts.includes(actor.district)) return true;
  return hasRole(actor, 'admin') && accountKinds.includes(subject.kind);
}

/** Longer than any district's day of work takes to copy; an import of ten thousand rows may not fit. */
const catchUpMs = 5_000;

export function createAuditService({ audit }: { audit: AuditStore }) {
  return {
    async history(actor: Actor, id: string, page: { limit: number; after: number }) {
      if (!hasRole(actor, 'bureau', 'admin')) throw forbidden();
      const subject = await audit.trace(id);
      if (!subject || !mayAudit(actor, subject)) throw notFound('subject');
      const lines = await audit.page(subject, page.after, page.limit + 1);
      return { subject, lines: lines.slice(0, page.limit), more: lines.length > page.limit };
    },

    /**
     * What was done in the actor's district, newest first. Lines are written inside their documents
     * and copied out later, so the first page copies what is still owed, and the pages after it
     * go on from what was then all there. `behind` says that the newest may be missing.
     */
    async log(
      actor: Actor,
      filter: LogFilter,
      page: { limit: number; cursor?: string | undefined },
    ) {
      if (!hasRole(actor, 'bureau', 'admin')) throw forbidden();
      const { district } = actor;
      const behind = page.cursor === undefined && !(await audit.catchUp(district, catchUpMs));
      return { ...(await audit.log(district, filter, page)), behind };
    },

    names: (lines: readonly { subject: { kind: string; id: string } }[]) =>
      audit.names(lines.map(({ subject }) => subject)),

    /** Names of what changes mention by id. */
    async mentioned(
      actor: Actor,
      lines: readonly Pick<HistoryEntry, 'changes'>[],
    ): Promise<Record<string, string>> {
      const text = JSON.stringify(lines.map(({ changes }) => changes));
      const ids = [...new Set(text.match(ulid))].slice(0, mostMentioned);
      return Object.fromEntries(await audit.namesInSight(actor, ids));
    },
  };
}

const ulid = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;
const mostMentioned = 1_000;
