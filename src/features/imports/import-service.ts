import type { Actor, Command } from '../../access/actor.ts';
import { AppError, conflict } from '../../errors.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { ImportKind } from '../../vocabulary.ts';
import type { Arrived } from '../files/file-service.ts';
import { type Import, isFinished, noProgress } from './import.ts';
import type { ImportStore } from './import-store.ts';
import type { Importer, ImportTarget } from './importer.ts';

export type Importers = ReadonlyMap<ImportKind, Importer>;

export const importJobName = 'import-run';

export function createImportService(parts: {
  imports: ImportStore;
  importers: Importers;
  queues: Pick<Queues, 'add'>;
}) {
  const { imports, importers, queues } = parts;

  function importerOf(kind: ImportKind): Importer {
    const importer = importers.get(kind);
    if (importer) return importer;
    throw new AppError(400, 'kind_not_available', 'Rows of this kind cannot be imported yet.', {
      errors: [{ path: 'kind', code: 'kind_not_available', message: 'Not available yet.' }],
    });
  }

  return {
    get: (actor: Actor, id: string) => imports.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) => imports.list(actor, filter, page),

    allErrors: (id: string) => imports.allErrors(id),

    /** Refuses who may not import this, before the file counts for anything. */
    admit: (actor: Actor, kind: ImportKind, target: ImportTarget) =>
      importerOf(kind).admit(actor, target),

    /** Writes the import down and queues it; with Redis away the reconciler queues it later. */
    async create(
      cmd: Command,
      input: { kind: ImportKind } & ImportTarget,
      file: Arrived,
    ): Promise<Import> {
      const { id, name, roles, organizationId, district } = cmd.actor;
      const doc = await imports.insert(
        cmd,
        {
          kind: input.kind,
          status: 'queued',
          district,
          organizationId: input.organizationId,
          by: { id, name, roles, ...(organizationId && { organizationId }), district },
          file: {
            id: file.id,
            name: file.name,
            type: file.type,
            bytes: file.bytes,
            sha256: file.sha256,
          },
          progress: noProgress,
          warnings: [],
          errors: [],
          tries: 0,
        },
        { action: 'uploaded' },
      );
      await queues.add(importJobName, { id: doc._id }, { id: doc._id }).catch(() => {});
      return doc;
    },

    /** Stops it where it is; rows that are in stay in. */
    cancel: (cmd: Command, id: string): Promise<Import> =>
      imports.change(cmd, cmd.actor, id, { action: 'cancelled' }, ({ status }) => {
        if (isFinished(status)) throw conflict('wrong_state', `The import is ${status} already.`);
        return { status: 'cancelled', finishedAt: cmd.at };
      }),
  };
}
