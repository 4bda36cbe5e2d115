import { type Actor, type Command, type Scope, unscoped } from '../../access/actor.ts';
import { AppError, type FieldError } from '../../errors.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { FileService } from '../files/file-service.ts';

/** What an agreement takes over from the engagement that it is tied to. */
export interface EngagementFacts {
  needId: string;
  /** The enterprise whose need it is. */
  enterpriseId: string;
  instituteId: string;
  /** The lead broker, while there is one. */
  brokerId?: string;
  shares: { brokerId: string; percent: number }[];
  districts: string[];
  /** When the second reader accepted the need; absent while nobody has. */
  needVettedAt?: Date;
  /** The asker may not know yet who the enterprise is. */
  enterpriseHidden?: true;
}

/** What agreements and engagements have to say to each other. */
export interface EngagementLink {
  /** The engagement, where the scope sees it. */
  facts(scope: Scope, id: string): Promise<EngagementFacts | null>;
  /** Tells the engagement, and with it the need, of a signed agreement; may be told twice. */
  agreementSigned(
    cmd: Command,
    signed: { engagementId: string; agreementId: string; signedAt: string },
  ): Promise<void>;
}

/** What an agreement names besides its parties: every id that is unknown is a problem. */
export type Mentions = ReturnType<typeof createMentions>;

export function createMentions(parts: {
  capabilities: CapabilityStore;
  files: Pick<FileService, 'check'>;
}) {
  const { capabilities, files } = parts;
  const named = unscoped('an agreement may name what its institute has withdrawn since');

  async function achievementProblems(ids: readonly string[]): Promise<FieldError[]> {
    const known = await capabilities.getMany(named, ids);
    return ids.flatMap((id, at) =>
      known.has(id)
        ? []
        : [{ path: `achievementIds.${at}`, code: 'unknown', message: 'No such capability.' }],
    );
  }

  async function fileProblems(actor: Actor, ids: readonly string[]): Promise<FieldError[]> {
    try {
      await files.check(actor, ids);
      return [];
    } catch (error) {
      if (error instanceof AppError) return error.errors;
      throw error;
    }
  }

  return {
    async problems(
      actor: Actor,
      { achievementIds = [], fileIds = [] }: { achievementIds?: string[]; fileIds?: string[] },
    ): Promise<FieldError[]> {
      return [
        ...(await achievementProblems(achievementIds)),
        ...(fileIds.length > 0 ? await fileProblems(actor, fileIds) : []),
      ];
    },
  };
}
