import { expect } from 'chai';
import { csvLine } from './csv.ts';

describe('a CSV line', () => {
  it('quotes what needs it and leaves numbers alone', () => {
    expect(csvLine(['a', 'b,c', 'say "x"', -1.5, null, undefined, '两\n行'])).to.equal(
      'a,"b,c","say ""x""",-1.5,,,"两\n行"\r\n',
    );
  });

  it('neutralises every start of a formula', () => {
    for (const start of ['=', '+', '-', '@', '＝', '\t=', ' =', '\r']) {
      const line = csvLine([`${start}cmd|' /C calc'!A0`]);
      expect(line.replace(/^"/, '').startsWith("'"), start).to.equal(true);
    }
  });
});
