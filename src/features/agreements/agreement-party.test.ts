import { expect } from 'chai';
import { normalizeNature, partyKind, partyProblems } from './agreement-party.ts';

const codes = (party: Parameters<typeof partyProblems>[0]) =>
  partyProblems(party, 'seller').map(({ path, code }) => `${path}:${code}`);

describe('agreement party', () => {
  it('has a credit code that holds, or says why not', () => {
    expect(codes({ creditCode: '91350100M000100Y43' })).to.deep.equal([]);
    expect(codes({ creditCode: '91310115MA1H8R7C6D' })).to.deep.equal([
      'seller.creditCode:invalid_credit_code',
    ]);
  });

  it('or is a foreign company or a person, with the country and without a code', () => {
    expect(codes({ idKind: 'foreign_registration', country: 'DE' })).to.deep.equal([]);
    expect(codes({ idKind: 'person', creditCode: '91350100M000100Y43' })).to.deep.equal([
      'seller.creditCode:credit_code_not_expected',
      'seller.country:required',
    ]);
  });

  it('has a nature by code or by its Chinese name', () => {
    expect(normalizeNature('高等院校')).to.equal('022');
    expect(normalizeNature('０２１')).to.equal('021');
    expect(partyKind({ idKind: 'credit_code', nature: '022' })).to.equal('institute');
    expect(partyKind({ idKind: 'credit_code', nature: '170' })).to.equal('enterprise');
    expect(partyKind({ idKind: 'foreign_registration', nature: '300' })).to.equal('foreign');
    expect(partyKind({ idKind: 'person', nature: '500' })).to.equal('person');
  });
});
