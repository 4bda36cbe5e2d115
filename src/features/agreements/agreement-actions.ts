import type { Actor } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { type Agreement, type AgreementStep, agreementSteps, canFollow } from './agreement.ts';
import { canAgreement, sidesOf } from './agreement-access.ts';

/** Named as the steps of the state table; `pay` is `POST /agreements/:id/payments`. */
export function actionsOnAgreement(actor: Actor, agreement: Agreement): AgreementStep[] {
  const table = Object.fromEntries(
    agreementSteps.map((step) => [
      step,
      canAgreement(actor, step, agreement) && canFollow(agreement.status, step),
    ]),
  ) as Record<AgreementStep, boolean>;
  const silent = sidesOf(actor, agreement).some((side) => !agreement.confirmations[side]);
  return actionsThat(actor, 'agreements', { ...table, confirm: table.confirm && silent });
}
