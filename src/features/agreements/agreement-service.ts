import { type Actor, type Command, hasRole } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { conflict, forbidden, invalid } from '../../errors.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { Fields } from '../../store/stored.ts';
import type { Agreement } from './agreement.ts';
import { canFollow } from './agreement.ts';
import { canAgreement } from './agreement-access.ts';
import { dayProblems } from './agreement-days.ts';
import { likenessKey } from './agreement-duplicate.ts';
import type { Mentions } from './agreement-neighbours.ts';
import type { AgreementAdviceInput, AgreementInput, AgreementPatch } from './agreement-schema.ts';
import { createAgreementSteps, numberTaken, type StepParts } from './agreement-steps.ts';
import { termsProblems } from './agreement-terms.ts';
import { ownWarnings, type Warning } from './agreement-warning.ts';

export type AgreementService = ReturnType<typeof createAgreementService>;

export interface AgreementParts extends StepParts {
  mentions: Mentions;
}

export function createAgreementService(parts: AgreementParts) {
  const { agreements, settings, participants, duplicates, mentions } = parts;

  const recorder = (actor: Actor) => ({
    district: actor.district,
    recordedFor: actor.organizationId ?? actor.district,
    recordedBy: actor.id,
  });

  return {
    get: (actor: Actor, id: string) => agreements.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) => agreements.list(actor, filter, page),

    /** What an agreement gives rise to by itself. */
    async ownWarnings(agreement: Agreement, now: Date): Promise<Warning[]> {
      return ownWarnings(agreement, await settings.of(agreement.district), shanghaiDate(now));
    },

    /** The same, and what other agreements give rise to. */
    duplicateWarnings: (actor: Actor, agreement: Agreement) =>
      duplicates.warnings(actor, agreement),

    /**
     * The agreements that one which is still typed would repeat, as far as the actor sees them:
     * whoever only guesses learns nothing of the others.
     */
    async advise(actor: Actor, input: AgreementAdviceInput): Promise<Warning[]> {
      const { id, ...terms } = input;
      const byBroker = hasRole(actor, 'broker');
      const recorded = { ...recorder(actor), byBroker };
      const { participation } = await participants.resolve(actor, terms, recorded);
      const draft = { ...terms, ...participation };
      const found = await duplicates.warnings(actor, {
        ...draft,
        ...(id !== undefined && { _id: id }),
        likeness: likenessKey(draft),
        status: 'drafted',
      });
      return found.filter(({ agreementId }) => agreementId !== undefined);
    },

    async create(cmd: Command, input: AgreementInput): Promise<Agreement> {
      const { actor } = cmd;
      const { signedAt, registration, ...terms } = input;
      const byBroker = hasRole(actor, 'broker');
      const recorded = { ...recorder(actor), byBroker };
      const { participation, problems } = await participants.resolve(actor, terms, recorded);
      if (!canAgreement(actor, 'create', participation)) throw forbidden();
      if (registration && !canAgreement(actor, 'register', participation)) throw forbidden();
      problems.push(
        // Once more: one organization may have been named by its code here and by its id there.
        ...termsProblems({ ...terms, ...participation }),
        ...(await mentions.problems(actor, terms)),
        ...dayProblems(
          shanghaiDate(cmd.at),
          { path: 'signedAt', day: signedAt },
          { path: 'registration.registeredAt', day: registration?.registeredAt },
        ),
      );
      if (problems.length > 0) throw invalid(problems);
      const draft = { ...terms, ...participation, signedAt };
      const fields: Fields<Agreement> = {
        ...draft,
        achievementIds: [...new Set(terms.achievementIds)],
        ...recorder(actor),
        status: registration ? 'registered' : signedAt === undefined ? 'drafted' : 'signed',
        likeness: likenessKey(draft),
        duplicateOf: await duplicates.originalOf(draft),
        ...(registration && { registration, registeredNumber: registration.number }),
        changes: [],
        payments: [],
        confirmations: {},
      };
      const todo = [
        'notify',
        ...(signedAt === undefined ? [] : ['signed', 'duplicates']),
        ...(terms.fileIds.length > 0 ? ['files'] : []),
      ];
      try {
        return await agreements.insert(cmd, fields, { action: 'created', todo });
      } catch (error) {
        throw numberTaken(error);
      }
    },

    /** Changes a draft; what the parties confirmed was another text, so they confirm again. */
    update: (cmd: Command, id: string, patch: AgreementPatch, ifMatch: number | undefined) =>
      agreements.change(
        cmd,
        cmd.actor,
        id,
        { action: 'update', ifMatch, todo: ['files'] },
        async (agreement) => {
          if (!canAgreement(cmd.actor, 'update', agreement)) throw forbidden();
          if (!canFollow(agreement.status, 'update')) {
            throw conflict('wrong_state', 'A signed agreement is changed by 变更登记, not edited.');
          }
          const { seller, buyer, ...others } = patch;
          const { participation, problems } = await participants.resolve(
            cmd.actor,
            {
              engagementId: 'engagementId' in patch ? patch.engagementId : agreement.engagementId,
              seller,
              buyer,
              kept: agreement,
            },
            { ...agreement, byBroker: agreement.brokerIds.includes(agreement.recordedBy) },
          );
          // Nobody makes a contract of two strangers out of an own draft either.
          if (!canAgreement(cmd.actor, 'create', participation)) throw forbidden();
          problems.push(
            ...termsProblems({ ...agreement, ...others, ...participation }),
            ...(await mentions.problems(cmd.actor, patch)),
          );
          if (problems.length > 0) throw invalid(problems);
          return {
            ...(others as Partial<Agreement>),
            ...participation,
            ...(Object.keys(patch).length > 0 && { confirmations: {} }),
          };
        },
      ),

    ...createAgreementSteps(parts),
  };
}
