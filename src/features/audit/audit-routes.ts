import { endOfDay, startOfDay } from '../../calendar/dates.ts';
import type { Context } from '../../context.ts';
import { invalidField } from '../../errors.ts';
import { type Route, route } from '../../http/route.ts';
import type { HistoryEntry } from '../../store/stored.ts';
import { type AuditLine, auditAnswer, auditQuery } from './audit-schema.ts';

export function auditRoutes({ audit }: Pick<Context, 'audit'>): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/audit',
        summary: 'Who did what in the district, newest first; with `subject` one whole history',
        roles: ['bureau', 'admin'],
        query: auditQuery,
        answer: auditAnswer,
      },
      async ({ actor, query: { subject: id, limit, cursor, from, to, ...filter } }) => {
        if (id === undefined) {
          const period = {
            from: from ? startOfDay(from) : undefined,
            to: to ? endOfDay(to) : undefined,
          };
          const page = await audit.log(actor, { ...filter, ...period }, { limit, cursor });
          const names = await audit.names(page.items);
          const items = page.items.map((line) => present(line, line.subject, names));
          const mentioned = await audit.mentioned(actor, page.items);
          return { items, nextCursor: page.nextCursor, behind: page.behind, names: mentioned };
        }
        const page = await audit.history(actor, id, { limit, after: revisionOf(cursor) });
        const subject = { kind: page.subject.kind, id };
        const names = await audit.names([{ subject }]);
        const items = page.lines.map((line) => present(line, subject, names));
        const nextCursor = page.more ? String(items.at(-1)!.revision) : null;
        const mentioned = await audit.mentioned(actor, page.lines);
        return { items, nextCursor, behind: false, names: mentioned };
      },
    ),
  ];
}

function revisionOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw invalidField('cursor', 'invalid_cursor', 'The cursor is not one that a list gave out.');
}

function present(
  line: HistoryEntry,
  { kind, id }: { kind: string; id: string },
  names: ReadonlyMap<string, string>,
): AuditLine {
  const name = names.get(id);
  return {
    id: `${id}.${line.revision}`,
    subject: { kind, id, ...(name !== undefined && { name }) },
    revision: line.revision,
    at: line.at.toISOString(),
    by: line.by,
    action: line.action,
    ...(line.note !== undefined && { note: line.note }),
    ...(line.code !== undefined && { code: line.code }),
    ...(line.requestId !== undefined && { requestId: line.requestId }),
    changes: line.changes,
  };
}
