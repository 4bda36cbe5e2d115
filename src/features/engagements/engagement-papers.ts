import type { Actor, Command } from '../../access/actor.ts';
import { AppError, invalid, invalidField } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import { isSigned, type Nda } from './engagement.ts';
import type { EngagementAction } from './engagement-access.ts';
import type { EngagementEditor } from './engagement-editor.ts';
import type { EngagementNeed } from './engagement-need.ts';
import type { NdaInput } from './engagement-schema.ts';

/** Refuses files that the actor does not see. */
export type CheckFiles = (actor: Actor, fileIds: readonly string[], path: string) => Promise<void>;

/** 保密协议 and files. */
export function createEngagementPapers(parts: {
  edit: EngagementEditor;
  followNeed: EngagementNeed;
  checkFiles: CheckFiles;
  newId: NewId;
}) {
  const { edit, followNeed, checkFiles, newId } = parts;

  /** The body names one file, so the fault has no index. */
  async function checkFile(actor: Actor, fileId: string): Promise<void> {
    try {
      await checkFiles(actor, [fileId], 'fileId');
    } catch (error) {
      if (!(error instanceof AppError) || error.errors.length === 0) throw error;
      throw invalid(error.errors.map((one) => ({ ...one, path: 'fileId' })));
    }
  }

  return {
    /**
     * Writes down signatures: on the NDA that still lacks one, else on a new one. No party signs
     * for the other, for two signatures open the `nda` layer of the need.
     */
    async signNda(cmd: Command, id: string, input: NdaInput) {
      const { signedByEnterpriseAt, signedByInstituteAt, fileId } = input;
      const actions: EngagementAction[] = [
        ...(signedByEnterpriseAt ? (['sign_for_enterprise'] as const) : []),
        ...(signedByInstituteAt ? (['sign_for_institute'] as const) : []),
        ...(fileId ? (['attach_nda'] as const) : []),
      ];
      const given = {
        ...signature('signedByEnterpriseAt', signedByEnterpriseAt, cmd.at),
        ...signature('signedByInstituteAt', signedByInstituteAt, cmd.at),
        ...(fileId && { fileId }),
      };
      if (fileId) await checkFile(cmd.actor, fileId);
      const how = { name: 'nda', actions, todo: ['need', 'files'] };
      const doc = await edit(cmd, id, how, ({ ndas, fileIds }) => {
        const half = ndas.find((nda) => !isSigned(nda));
        const nda: Nda = { ...(half ?? { id: newId(cmd.at) }), ...given };
        return {
          values: {
            ndas: half ? ndas.map((one) => (one === half ? nda : one)) : [...ndas, nda],
            ...(fileId && { fileIds: [...new Set([...fileIds, fileId])] }),
          },
          happened: [{ kind: 'nda', ndaId: nda.id, signed: isSigned(nda) }],
        };
      });
      await followNeed(cmd, doc.needId).catch(() => {});
      return doc;
    },

    async attach(cmd: Command, id: string, some: readonly string[]) {
      await checkFiles(cmd.actor, some, 'fileIds');
      const how = { name: 'files', actions: ['attach'], todo: ['files'], evenEnded: true } as const;
      return edit(cmd, id, how, ({ fileIds }) => ({
        values: { fileIds: [...new Set([...fileIds, ...some])] },
        happened: [{ kind: 'files', fileIds: [...new Set(some)] }],
      }));
    },
  };
}

function signature(
  name: 'signedByEnterpriseAt' | 'signedByInstituteAt',
  at: Date | undefined,
  now: Date,
) {
  if (at === undefined) return {};
  if (at > now) throw invalidField(name, 'in_the_future', 'A signature is not in the future.');
  return { [name]: at };
}
