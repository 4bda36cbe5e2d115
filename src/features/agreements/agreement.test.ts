import { expect } from 'chai';
import fc from 'fast-check';
import { type AgreementStatus, agreementStatuses } from '../../vocabulary.ts';
import {
  type AgreementStep,
  agreementSteps,
  canFollow,
  formerType,
  statusAfter,
  transitions,
} from './agreement.ts';

const next = (status: AgreementStatus, step: AgreementStep): AgreementStatus | undefined =>
  canFollow(status, step) ? statusAfter(status, step) : undefined;

describe('agreement steps', () => {
  const walk = fc.array(fc.constantFrom(...agreementSteps), { maxLength: 30 });

  it('lead only to known statuses, and refused steps leave the status', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        let status: AgreementStatus = 'drafted';
        for (const step of steps) {
          status = next(status, step) ?? status;
          expect(agreementStatuses).to.include(status);
        }
      }),
    );
  });

  it('never leave an ended agreement, and never unsign a signed one', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const seen: AgreementStatus[] = ['drafted'];
        for (const step of steps) seen.push(next(seen.at(-1)!, step) ?? seen.at(-1)!);
        const ended = seen.findIndex((status) => status === 'revoked' || status === 'deregistered');
        if (ended >= 0) expect(new Set(seen.slice(ended)).size).to.equal(1);
        const signed = seen.indexOf('signed');
        if (signed >= 0) expect(seen.slice(signed)).not.to.include('drafted');
        const order = seen.map((status) => agreementStatuses.indexOf(status));
        expect(order).to.deep.equal(order.toSorted((a, b) => a - b));
      }),
    );
  });

  it('reach every status and end in two', () => {
    const reached = new Set(Object.values(transitions).flatMap((step) => step.to ?? []));
    expect([...reached, 'drafted']).to.have.members([...agreementStatuses]);
    const dead = agreementStatuses.filter((status) =>
      agreementSteps.every((step) => !canFollow(status, step)),
    );
    expect(dead).to.deep.equal(['deregistered', 'revoked']);
  });

  it('register from signed or applied, and change only what is registered', () => {
    expect(next('signed', 'register')).to.equal('registered');
    expect(next('applied', 'register')).to.equal('registered');
    expect(next('drafted', 'register')).to.equal(undefined);
    expect(next('registered', 'change')).to.equal('registered');
    expect(next('signed', 'change')).to.equal(undefined);
  });

  it('count a licence as a transfer in the former statistics', () => {
    expect(formerType('license')).to.equal('transfer');
    expect(formerType('development_joint')).to.equal('development');
  });
});
