import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { auditAnswer, auditQuery } from './audit-schema.ts';

export function auditRoutes({ audit }: Pick<Context, 'audit'>): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/audit',
        summary: 'The whole history of one document: who, when, before and after',
        roles: ['bureau', 'admin'],
        query: auditQuery,
        answer: auditAnswer,
      },
      async ({ actor, query: { subject: id, limit, cursor } }) => {
        const page = await audit.history(actor, id, { limit, after: cursor ?? 0 });
        const subject = { kind: page.subject.kind, id };
        const items = page.lines.map((line) => ({
          id: `${id}.${line.revision}`,
          subject,
          revision: line.revision,
          at: line.at.toISOString(),
          by: line.by,
          action: line.action,
          ...(line.note !== undefined && { note: line.note }),
          ...(line.code !== undefined && { code: line.code }),
          ...(line.requestId !== undefined && { requestId: line.requestId }),
          changes: line.changes,
        }));
        return { items, nextCursor: page.more ? String(items.at(-1)!.revision) : null };
      },
    ),
  ];
}
