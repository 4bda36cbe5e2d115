import { expect } from 'chai';
import fc from 'fast-check';
import type { Actor } from '../../access/actor.ts';
import { canEngagement, engagementActions, isInside, sidesOf } from './engagement-access.ts';

const engagement = {
  enterpriseId: 'firm',
  instituteId: 'lab',
  brokerId: 'lead',
  shares: [{ brokerId: 'helper', percent: 20 }],
  needDistrict: '330206',
  districts: ['330206', '330203'],
};
const actor = (more: Partial<Actor>): Actor => ({
  id: 'x',
  name: 'x',
  roles: [],
  district: '330206',
  ...more,
});
const table = {
  lead: actor({ id: 'lead', roles: ['broker'] }),
  helper: actor({ id: 'helper', roles: ['broker'] }),
  bureau: actor({ roles: ['bureau'] }),
  firm: actor({ roles: ['enterprise'], organizationId: 'firm' }),
  lab: actor({ roles: ['institute'], organizationId: 'lab' }),
};
const may = (who: Actor) => engagementActions.filter((one) => canEngagement(who, one, engagement));

describe('who may do what on an engagement', () => {
  it('the lead and the office of the need: everything', () => {
    expect(may(table.lead)).to.deep.equal(engagementActions);
    expect(may(table.bureau)).to.deep.equal(engagementActions);
  });

  it('a broker with a share: all but leading it', () => {
    const left = engagementActions.filter((one) => !may(table.helper).includes(one));
    const leading = ['stage', 'end', 'update', 'attach_nda'];
    expect(left).to.have.members([...leading, 'sign_for_enterprise', 'sign_for_institute']);
  });

  it('a party ends it and signs for itself, never for the other', () => {
    expect(may(table.firm)).to.include('end').and.include('sign_for_enterprise');
    expect(may(table.firm)).not.to.include('sign_for_institute').and.not.include('stage');
    expect(may(table.lab)).to.include('end').and.include('sign_for_institute');
    expect(may(table.lab)).not.to.include('sign_for_enterprise').and.not.include('update');
  });

  it('a stranger nothing, whatever roles they have', () => {
    const roles = fc.subarray(['enterprise', 'institute', 'broker', 'bureau'] as const);
    const stranger = fc.record({
      roles,
      organizationId: fc.constantFrom(undefined, 'firm2', 'lab2'),
      district: fc.constantFrom('330203', '110101'),
    });
    fc.assert(
      fc.property(stranger, (more) => {
        const who = actor(more);
        expect(sidesOf(who, engagement)).to.deep.equal([]);
        expect(may(who)).to.deep.equal([]);
        expect(isInside(who, engagement)).to.equal(false);
      }),
    );
  });

  it('belonging to the organization without its role is not enough', () => {
    expect(may(actor({ roles: ['institute'], organizationId: 'firm' }))).to.deep.equal([]);
  });
});
