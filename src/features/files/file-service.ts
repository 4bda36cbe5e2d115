import type { Actor, Command } from '../../access/actor.ts';
import { invalid, invalidField } from '../../errors.ts';
import type { IncomingFile } from '../../http/multipart.ts';
import type { NewId } from '../../ids.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import { type Attachment, type StoredFile, safeName } from './file.ts';
import type { FileContent, SavedContent } from './file-content.ts';
import type { FileStore } from './file-store.ts';
import { sniff } from './sniff.ts';

export type FileService = ReturnType<typeof createFileService>;

/** What a file is attached to: participants who see the subject see the file. */
export interface AttachTo extends Pick<Attachment, 'kind' | 'id'> {
  organizationIds: readonly string[];
  districts: readonly string[];
  userIds?: readonly string[];
}

/** Content that has arrived and that no document owns yet. */
export interface Arrived extends SavedContent {
  name: string;
  type: string;
}

export function createFileService(parts: { files: FileStore; content: FileContent; newId: NewId }) {
  const { files, content, newId } = parts;

  /** Streams an upload into the store; its owner's document is the caller's next step. */
  async function receive(cmd: Command, file: IncomingFile): Promise<Arrived> {
    const saved = await content.save(newId(cmd.at), file.stream, cmd.at);
    if (saved.bytes === 0) {
      await content.remove(saved.id);
      throw invalidField('file', 'empty', 'The file is empty.');
    }
    const name = safeName(file.name);
    return { ...saved, name, type: sniff(saved.head, name) };
  }

  return {
    receive,

    /** Makes what arrived a file of its own, seen by its uploader until it is attached. */
    async keep(cmd: Command, arrived: Arrived): Promise<StoredFile> {
      const { id, name, type, bytes, sha256 } = arrived;
      const { actor } = cmd;
      const doc = await files.insert(
        cmd,
        {
          name,
          type,
          bytes,
          sha256,
          uploadedBy: actor.id,
          district: actor.district,
          attachments: [],
          freeSince: cmd.at,
        },
        { action: 'uploaded' },
        id,
      );
      await content.owned(id);
      return doc;
    },

    get: (actor: Actor, id: string) => files.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) => files.list(actor, filter, page),

    open: (file: StoredFile) => content.open(file._id),

    /** Refuses ids that the actor does not see, before a caller writes them down. */
    async check(actor: Actor, fileIds: readonly string[], path = 'fileIds'): Promise<void> {
      const found = await files.getMany(actor, fileIds);
      const faults = fileIds.flatMap((id, at) =>
        found.has(id)
          ? []
          : [{ path: `${path}.${at}`, code: 'unknown_file', message: 'There is no such file.' }],
      );
      if (faults.length > 0) throw invalid(faults);
    },

    /** Attaches files to a subject, or brings its participants up to date; may run twice. */
    async attach(cmd: Command, fileIds: readonly string[], to: AttachTo): Promise<void> {
      const next: Attachment = {
        kind: to.kind,
        id: to.id,
        organizationIds: [...to.organizationIds],
        districts: [...to.districts],
        userIds: [...(to.userIds ?? [])],
      };
      const once = { ...cmd, repeat: undefined };
      for (const id of new Set(fileIds)) {
        await files.change(once, cmd.actor, id, { action: 'attached' }, ({ attachments }) => {
          const at = attachments.findIndex((one) => one.kind === to.kind && one.id === to.id);
          const all = at < 0 ? [...attachments, next] : attachments.with(at, next);
          return { attachments: all, freeSince: undefined };
        });
      }
    },
  };
}
