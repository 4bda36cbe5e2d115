import { expect } from 'chai';
import fc from 'fast-check';
import {
  AGREEMENT_STATUSES,
  AGREEMENT_STEPS,
  type AgreementStatus,
  canTake,
  formerType,
  STEPS,
  statusAfter,
} from './agreement.ts';

describe('agreement steps', () => {
  const walk = fc.array(fc.constantFrom(...AGREEMENT_STEPS), { maxLength: 30 });

  it('lead only to known statuses, and refused steps leave the status', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        let status: AgreementStatus = 'drafted';
        for (const step of steps) {
          const next = statusAfter(status, step);
          expect(next !== undefined).to.equal(canTake(status, step));
          status = next ?? status;
          expect(AGREEMENT_STATUSES).to.include(status);
        }
      }),
    );
  });

  it('never leave an ended agreement, and never unsign a signed one', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const seen: AgreementStatus[] = ['drafted'];
        for (const step of steps) seen.push(statusAfter(seen.at(-1)!, step) ?? seen.at(-1)!);
        const ended = seen.findIndex((status) => status === 'revoked' || status === 'deregistered');
        if (ended >= 0) expect(new Set(seen.slice(ended)).size).to.equal(1);
        const signed = seen.indexOf('signed');
        if (signed >= 0) expect(seen.slice(signed)).not.to.include('drafted');
        const order = seen.map((status) => AGREEMENT_STATUSES.indexOf(status));
        expect(order).to.deep.equal(order.toSorted((a, b) => a - b));
      }),
    );
  });

  it('reach every status and end in two', () => {
    const reached = new Set(Object.values(STEPS).flatMap((step) => step.to ?? []));
    expect([...reached, 'drafted']).to.have.members([...AGREEMENT_STATUSES]);
    const dead = AGREEMENT_STATUSES.filter((status) =>
      AGREEMENT_STEPS.every((step) => !canTake(status, step)),
    );
    expect(dead).to.deep.equal(['deregistered', 'revoked']);
  });

  it('register from signed or applied, and change only what is registered', () => {
    expect(statusAfter('signed', 'register')).to.equal('registered');
    expect(statusAfter('applied', 'register')).to.equal('registered');
    expect(statusAfter('drafted', 'register')).to.equal(undefined);
    expect(statusAfter('registered', 'change')).to.equal('registered');
    expect(statusAfter('signed', 'change')).to.equal(undefined);
  });

  it('count a licence as a transfer in the former statistics', () => {
    expect(formerType('license')).to.equal('transfer');
    expect(formerType('development_joint')).to.equal('development');
  });
});
