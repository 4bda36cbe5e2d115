import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { byteOrderMark, csvLine } from '../../export/csv.ts';
import { readForm } from '../../http/multipart.ts';
import { type Route, route } from '../../http/route.ts';
import { parse } from '../../http/validation.ts';
import { importColumnRoutes } from './import-column-routes.ts';
import { followImport } from './import-events.ts';
import type { ErrorBatch } from './import-model.ts';
import { presentImport } from './import-presenter.ts';
import { importAnswer, importForm, importsAnswer, importsQuery } from './import-schema.ts';

const errorsInLists = 20;

export function importRoutes(
  ctx: Pick<Context, 'imports' | 'files' | 'fileContent' | 'stores' | 'config' | 'events' | 'log'>,
): Route[] {
  const { imports, files, fileContent, config } = ctx;
  const show = async (actor: Actor, id: string) =>
    presentImport(actor, await imports.get(actor, id));
  const repeats = { memory: ctx.stores.imports.memory, show };
  return [
    ...importColumnRoutes(ctx),
    route(
      {
        method: 'get',
        path: '/imports',
        summary: 'Imports in sight, newest first',
        query: importsQuery,
        answer: importsAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, ...filter } }) => {
        const page = await imports.list(actor, filter, { limit, cursor, sort });
        const items = page.items.map((doc) => presentImport(actor, doc, errorsInLists));
        return { items, nextCursor: page.nextCursor };
      },
    ),
    route(
      { method: 'get', path: '/imports/:id', summary: 'One import', answer: importAnswer },
      ({ actor, params }) => show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/imports',
        summary: 'Import rows of a workbook, a CSV or JSON Lines; rows upsert by externalId',
        multipart: importForm,
        answer: importAnswer,
        status: 202,
        repeats,
      },
      async ({ actor, cmd, req }) => {
        const { fields, file } = await readForm(req, config.limits.uploadBytes, (one) =>
          files.receive(cmd, one),
        );
        try {
          const { kind, organizationId } = parse(importForm, fields);
          if (cmd.repeat) cmd.repeat.hash = [file.sha256, kind, organizationId].join(' ');
          const target = await imports.admit(actor, kind, { organizationId });
          const doc = await imports.create(cmd, { kind, ...target }, file);
          await fileContent.owned(file.id);
          return presentImport(actor, doc);
        } catch (error) {
          await fileContent.refused(file.id, error);
          throw error;
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/imports/:id/cancel',
        summary: 'Stop an import; rows that are in stay in',
        answer: importAnswer,
        repeats,
      },
      async ({ cmd, params }) => presentImport(cmd.actor, await imports.cancel(cmd, params.id)),
    ),
    route(
      {
        method: 'get',
        path: '/imports/:id/errors.csv',
        summary: 'Every fault of every row',
        answer: null,
        produces: 'text/csv',
      },
      async ({ actor, params, res }) => {
        const { _id } = await imports.get(actor, params.id);
        res.status(200).set({
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="import-${_id}-errors.csv"`,
          'Cache-Control': 'private, no-store',
        });
        const lines = Readable.from(errorLines(imports.allErrors(_id)));
        await pipeline(lines, res).catch((error) => {
          if (!res.headersSent) throw error;
          res.destroy();
        });
      },
    ),
    route(
      {
        method: 'get',
        path: '/imports/:id/events',
        summary: 'Progress as server-sent events, until the import ends',
        answer: null,
        produces: 'text/event-stream',
      },
      ({ actor, params, res }) => followImport(ctx, actor, params.id, res),
    ),
  ];
}

async function* errorLines(batches: AsyncIterable<ErrorBatch>) {
  const line = (...cells: string[]) => csvLine(cells);
  yield byteOrderMark + line('row', 'externalId', 'path', 'code', 'message');
  for await (const { errors } of batches) {
    const lines = errors.map(({ row, externalId = '', path, code, message }) =>
      line(String(row), externalId, path, code, message),
    );
    yield lines.join('');
  }
}
