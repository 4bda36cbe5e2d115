import type { Actor } from '../../access/actor.ts';
import { presentStored } from '../../store/present.ts';
import { type Agreement, type Ending, turnOf } from './agreement.ts';
import { actionsOnAgreement } from './agreement-actions.ts';
import { paidFen, paidShares } from './agreement-money.ts';
import type { AgreementAnswer } from './agreement-schema.ts';
import type { Warning } from './agreement-warning.ts';

/** An agreement as everyone in its scope sees it: it is the parties' own text and its course. */
export function presentAgreement(
  actor: Actor,
  agreement: Agreement,
  warnings: Warning[],
): AgreementAnswer {
  const { changes, payments, confirmations, brokerage, deregistration, revocation } = agreement;
  const shares = new Map(paidShares(payments, agreement).map((share) => [share.id, share]));
  return {
    ...presentStored(agreement),
    actions: actionsOnAgreement(actor, agreement),
    ...present(agreement, stated),
    status: agreement.status,
    district: agreement.district,
    changes: changes.map(({ on, before, note }) => ({
      on,
      before: { ...before },
      ...some({ note }),
    })),
    payments: payments.map(({ id, paidAt, amountFen, note }) => ({
      id,
      paidAt,
      amountFen,
      technologyValueFen: shares.get(id)!.technologyValueFen,
      ...some({ note }),
    })),
    paidFen: paidFen(payments),
    confirmations: Object.fromEntries(
      Object.entries(confirmations).map(([side, { by, at }]) => [
        side,
        { by, at: at.toISOString() },
      ]),
    ),
    ...(deregistration && { deregistration: ending(deregistration) }),
    ...(revocation && { revocation: ending(revocation) }),
    duplicate: agreement.duplicateOf !== undefined,
    ...(brokerage && { needId: brokerage.needId }),
    brokerIds: agreement.brokerIds,
    turn: turnOf(agreement),
    warnings,
  };
}

const stated = [
  'engagementId',
  'type',
  'title',
  'seller',
  'buyer',
  'contractValueFen',
  'deductions',
  'technologyValueFen',
  'currency',
  'foreign',
  'field',
  'ipType',
  'planCategory',
  'conversionMode',
  'intermediary',
  'achievementIds',
  'fileIds',
  'validFrom',
  'validTo',
  'externalId',
  'signedAt',
  'appliedAt',
  'registrationDueOn',
  'registration',
] as const satisfies (keyof Agreement)[];

const some = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const present = <K extends keyof Agreement>(agreement: Agreement, keys: readonly K[]) =>
  some(Object.fromEntries(keys.map((key) => [key, agreement[key]]))) as Pick<Agreement, K>;

const ending = ({ on, code, note }: Ending) => ({ on, code, ...some({ note }) });
