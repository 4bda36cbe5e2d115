import { pipeline } from 'node:stream/promises';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { readForm } from '../../http/multipart.ts';
import { type Route, route } from '../../http/route.ts';
import { parse } from '../../http/validation.ts';
import { presentStored } from '../../store/present.ts';
import { dispositionOf, type StoredFile } from './file.ts';
import { type FileAnswer, fileAnswer, fileForm, filesAnswer, filesQuery } from './file-schema.ts';

/** Participants' ids stay inside; what a file is attached to is enough for the reader. */
const present = (file: StoredFile): FileAnswer => ({
  ...presentStored(file),
  name: file.name,
  type: file.type,
  bytes: file.bytes,
  sha256: file.sha256,
  uploadedBy: file.uploadedBy,
  attachedTo: file.attachments.map(({ kind, id }) => ({ kind, id })),
});

export function fileRoutes(
  ctx: Pick<Context, 'files' | 'fileContent' | 'stores' | 'config'>,
): Route[] {
  const { files, fileContent, config } = ctx;
  const show = async (actor: Actor, id: string) => present(await files.get(actor, id));
  return [
    route(
      {
        method: 'get',
        path: '/files',
        summary: 'Files in sight',
        query: filesQuery,
        answer: filesAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, attachedTo } }) => {
        const filter = attachedTo === undefined ? {} : { 'attachments.id': attachedTo };
        const page = await files.list(actor, filter, { limit, cursor, sort });
        return { items: page.items.map(present), nextCursor: page.nextCursor };
      },
    ),
    route(
      {
        method: 'post',
        path: '/files',
        summary: 'Upload a file; attach it within a day',
        multipart: fileForm,
        answer: fileAnswer,
        status: 201,
        repeats: { memory: ctx.stores.files.memory, show },
      },
      async ({ cmd, req }) => {
        const { fields, file } = await readForm(req, config.limits.uploadBytes, (one) =>
          files.receive(cmd, one),
        );
        try {
          parse(fileForm, fields);
          if (cmd.repeat) cmd.repeat.hash = file.sha256;
          return present(await files.keep(cmd, file));
        } catch (error) {
          await fileContent.refused(file.id, error);
          throw error;
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/files/:id/info',
        summary: 'What is known of a file',
        answer: fileAnswer,
      },
      ({ actor, params }) => show(actor, params.id),
    ),
    route(
      {
        method: 'get',
        path: '/files/:id',
        summary: 'Download a file',
        answer: null,
        produces: '*/*',
      },
      async ({ actor, params, res }) => {
        const file = await files.get(actor, params.id);
        res.status(200).set({
          'Content-Type': file.type,
          'Content-Length': String(file.bytes),
          'Content-Disposition': dispositionOf(file.name),
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'private, no-store',
        });
        await pipeline(files.open(file), res).catch((error) => {
          if (!res.headersSent) throw error;
          res.destroy();
        });
      },
    ),
  ];
}
