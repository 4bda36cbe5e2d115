import { type Command, hasRole, unscoped } from '../../access/actor.ts';
import { forbidden } from '../../errors.ts';
import { parse } from '../../http/validation.ts';
import type { Agreement } from '../agreements/agreement.ts';
import {
  type AgreementInput,
  agreementBody,
  agreementPatch,
  registerBody,
  signBody,
} from '../agreements/agreement-schema.ts';
import type { AgreementService } from '../agreements/agreement-service.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import { agreementColumns } from './agreement-columns.ts';
import { agreementOf, saysAlready } from './agreement-row.ts';
import { forCreate, type Importer, type RowOutcome, upsertBy } from './importer.ts';

/** Contracts as a register or a party lists them: drafted, signed, or registered already. */
export function agreementImporter(parts: {
  agreements: AgreementService;
  store: AgreementStore;
}): Importer {
  const { agreements, store } = parts;
  const reason = unscoped('an import finds what it recorded before, by its own number');

  /** Brings what is recorded up to the row: the terms of a draft, then signing, then registration. */
  async function bringUp(cmd: Command, doc: Agreement, given: object): Promise<RowOutcome> {
    const { signedAt, registration, ...terms } = given as Partial<AgreementInput>;
    const stated = parse(agreementPatch, terms);
    const news = Object.entries(stated).filter(
      ([key, value]) => !saysAlready(doc[key as keyof Agreement], value),
    );
    let changed = false;
    if (news.length > 0) {
      await agreements.update(cmd, doc._id, Object.fromEntries(news), undefined);
      changed = true;
    }
    if (signedAt !== undefined && !saysAlready(doc.signedAt, signedAt)) {
      await agreements.sign(cmd, doc._id, parse(signBody, { signedAt }).signedAt);
      changed = true;
    }
    if (registration !== undefined && !saysAlready(doc.registration, registration)) {
      await agreements.register(cmd, doc._id, parse(registerBody, registration));
      changed = true;
    }
    return changed ? 'changed' : 'unchanged';
  }

  return {
    kind: 'agreement',
    columns: agreementColumns,
    stated: agreementPatch,
    async admit(actor, target) {
      if (!hasRole(actor, 'enterprise', 'institute', 'broker', 'bureau', 'admin'))
        throw forbidden();
      if (target.organizationId !== undefined) {
        throw forbidden('An agreement names its own parties.');
      }
      return {};
    },
    hasOtherKey: (row) => typeof row.registrationNumber === 'string',
    async upsert(cmd, row) {
      const given = agreementOf(row);
      const recordedFor = cmd.actor.organizationId ?? cmd.actor.district;
      const { registration } = given as { registration?: { number: unknown } };
      return upsertBy({
        async find() {
          const { externalId } = row;
          const known =
            externalId === undefined ? null : await store.find(reason, { recordedFor, externalId });
          if (known || typeof registration?.number !== 'string') return known;
          const registeredNumber = registration.number.normalize('NFC').trim();
          return store.find(cmd.actor, { registeredNumber });
        },
        create: () => agreements.create(cmd, parse(agreementBody, forCreate(given))),
        change(doc) {
          // Another party recorded it: its number there is not this one's to change.
          const { externalId, ...rest } = given as { externalId?: unknown };
          return bringUp(cmd, doc, doc.recordedFor === recordedFor ? given : rest);
        },
      });
    },
  };
}
