import { expect } from 'chai';
import type { Actor } from '../../access/actor.ts';
import { type AgreementAction, canAgreement } from './agreement-access.ts';
import type { Party } from './agreement-party.ts';

const party = (organizationId: string): Party => ({
  organizationId,
  name: organizationId,
  idKind: 'credit_code',
  country: 'CN',
  nature: '150',
});
const subject = {
  seller: party('i1'),
  buyer: party('e1'),
  brokerIds: ['b1'],
  districts: ['330206'],
};
const actor = (roles: Actor['roles'], more: Partial<Actor> = {}): Actor => ({
  id: 'x',
  name: 'x',
  roles,
  district: '330206',
  ...more,
});
const may = (who: Actor, ...actions: AgreementAction[]) =>
  actions.map((action) => canAgreement(who, action, subject));

describe('agreement access', () => {
  it('lets each party confirm, and nobody for it', () => {
    expect(may(actor(['enterprise'], { organizationId: 'e1' }), 'confirm')).to.deep.equal([true]);
    expect(may(actor(['enterprise'], { organizationId: 'e2' }), 'confirm')).to.deep.equal([false]);
    expect(may(actor(['bureau']), 'confirm')).to.deep.equal([false]);
    expect(may(actor(['system']), 'confirm')).to.deep.equal([false]);
    expect(may(actor(['broker'], { organizationId: 'e1' }), 'confirm')).to.deep.equal([false]);
  });

  it('keeps the register to the office of a participating district', () => {
    const office: AgreementAction[] = ['register', 'change', 'deregister', 'revoke', 'distinguish'];
    expect(may(actor(['bureau']), ...office)).not.to.include(false);
    expect(may(actor(['bureau'], { district: '110101' }), ...office)).not.to.include(true);
    expect(may(actor(['institute'], { organizationId: 'i1' }), ...office)).not.to.include(true);
    expect(may(actor(['broker'], { id: 'b1' }), ...office)).not.to.include(true);
  });

  it('lets the lead broker and the parties keep the contract', () => {
    const keeping: AgreementAction[] = ['create', 'update', 'sign', 'apply', 'pay'];
    expect(may(actor(['broker'], { id: 'b1' }), ...keeping)).not.to.include(false);
    expect(may(actor(['institute'], { organizationId: 'i1' }), ...keeping)).not.to.include(false);
    expect(may(actor(['broker'], { id: 'b2' }), ...keeping)).not.to.include(true);
  });
});
