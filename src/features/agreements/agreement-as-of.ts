import type { Agreement } from './agreement.ts';

/** The parts of an agreement that carry a day. */
export type DatedParts = Pick<
  Agreement,
  | 'signedAt'
  | 'appliedAt'
  | 'registration'
  | 'changes'
  | 'deregistration'
  | 'revocation'
  | 'payments'
  | 'confirmations'
>;

/** Those, and the terms that a day may change. */
export type Dated = DatedParts &
  Partial<Pick<Agreement, 'type' | 'title' | 'field' | 'contractValueFen' | 'technologyValueFen'>>;

/**
 * The agreement as it stood at the end of a day, from its own dated events: what happened later is
 * taken away, and terms that changed later are what they were. Without a day, as it stands now.
 */
export const asOfDay = <A extends Dated>(agreement: A, day: string | undefined): A => {
  if (day === undefined) return agreement;
  const { signedAt, appliedAt, registration, changes, confirmations } = agreement;
  const { deregistration, revocation, payments } = agreement;
  const by = (on: string | undefined) => on !== undefined && on <= day;
  const undone = changes.filter((change) => !by(change.on)).toReversed();
  const termsThen = Object.assign({}, ...undone.map((change) => change.before));
  return {
    ...agreement,
    ...termsThen,
    signedAt: by(signedAt) ? signedAt : undefined,
    appliedAt: by(appliedAt) ? appliedAt : undefined,
    registration: by(registration?.registeredAt) ? registration : undefined,
    changes: changes.filter((change) => by(change.on)),
    deregistration: by(deregistration?.on) ? deregistration : undefined,
    revocation: by(revocation?.on) ? revocation : undefined,
    payments: payments.filter((payment) => by(payment.paidAt)),
    confirmations: {
      ...(by(confirmations.seller?.on) && { seller: confirmations.seller }),
      ...(by(confirmations.buyer?.on) && { buyer: confirmations.buyer }),
    },
  };
};
