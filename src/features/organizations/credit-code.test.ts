import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkCreditCode,
  divisionOfCreditCode,
  isCreditCode,
  withCheckCharacter,
} from './credit-code.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const first17 = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));

describe('credit code', () => {
  for (const code of ['91350100M000100Y43', '914403001922038216', '91330100799655058B']) {
    it(`accepts ${code}`, () => expect(checkCreditCode(code)).to.deep.equal({ ok: true, code }));
  }

  it('says why a code is wrong', () => {
    expect(checkCreditCode('91350100M000100Y4Z')).to.include({ fault: 'alphabet', at: 17 });
    expect(checkCreditCode('91310115MA1H8R7C6D')).to.include({ fault: 'check_character' });
    expect(checkCreditCode('91350100M000100Y4')).to.include({ fault: 'length' });
    expect(checkCreditCode('')).to.include({ fault: 'length' });
    expect(checkCreditCode('9135010OM000100Y43')).to.include({ fault: 'alphabet', at: 7 });
  });

  it('reads small letters, full width and spaces', () => {
    const code = '91350100M000100Y43';
    expect(checkCreditCode(' 91350100 m000100y43 ')).to.deep.equal({ ok: true, code });
    expect(checkCreditCode('９１３５０１００Ｍ０００１００Ｙ４３')).to.deep.equal({
      ok: true,
      code,
    });
  });

  it('completes 17 characters to a code that holds', () => {
    fc.assert(fc.property(first17, (body) => isCreditCode(withCheckCharacter(body))));
    expect(() => withCheckCharacter('123')).to.throw(RangeError);
  });

  it('notices every single wrong character and every swap of unequal neighbours', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...ALPHABET), (body, at, other) => {
        const code = withCheckCharacter(body);
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        // The check character weighs 1, the seventeenth 3^16 mod 31 = 28: 27 is no multiple of 31.
        return (
          isCreditCode(wrong) === (wrong === code) && isCreditCode(swapped) === (swapped === code)
        );
      }),
    );
  });

  it('reads the division of the registering authority', () => {
    expect(divisionOfCreditCode('91350100M000100Y43')).to.equal('350100');
    expect(divisionOfCreditCode('91AA0100M000100Y43')).to.equal(undefined);
  });
});
