import type { Actor, Command } from '../../access/actor.ts';
import { tokenAllows } from '../../access/token-scopes.ts';
import { conflict, forbidden } from '../../errors.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { ImportKind } from '../../vocabulary.ts';
import type { Arrived } from '../files/file-service.ts';
import { type Import, isFinished, noProgress } from './import.ts';
import type { ImportStore } from './import-store.ts';
import type { Importer, ImportTarget } from './importer.ts';

/** Every kind of the contract has its importer. */
export type Importers = Readonly<Record<ImportKind, Importer>>;

/** A token for imports does not by itself reach what is imported. */
const resources: Record<ImportKind, string> = {
  need: 'needs',
  capability: 'capabilities',
  organization: 'organizations',
  agreement: 'agreements',
  broker: 'brokers',
};

export const importJobName = 'import-run';

export function createImportService(parts: {
  imports: ImportStore;
  importers: Importers;
  queues: Pick<Queues, 'add'>;
}) {
  const { imports, importers, queues } = parts;

  return {
    get: (actor: Actor, id: string) => imports.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) => imports.list(actor, filter, page),

    allErrors: (id: string) => imports.allErrors(id),

    /** What an import of a kind understands; for people who fill a list. */
    columns: (kind: ImportKind) => importers[kind].columns,

    /** Refuses who may not import this, before the file counts for anything. */
    async admit(actor: Actor, kind: ImportKind, target: ImportTarget): Promise<ImportTarget> {
      const resource = resources[kind];
      if (!tokenAllows(actor, resource, 'write')) {
        throw forbidden(`This token lacks the scope ${resource}:write.`);
      }
      return importers[kind].admit(actor, target);
    },

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
