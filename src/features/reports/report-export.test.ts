import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '../../schema/canonical-json.ts';
import { checksumOf } from './report-checksum.ts';
import { reportLine, yuanText } from './report-csv.ts';

describe('report checksum', () => {
  it('does not depend on the order of members, but on the order of rows', () => {
    expect(canonicalJson({ b: [1, undefined], a: 'x', c: undefined })).to.equal(
      '{"a":"x","b":[1,null]}',
    );
    expect(checksumOf({ a: 1, b: 2 }, [1, 2])).to.equal(checksumOf({ b: 2, a: 1 }, [1, 2]));
    expect(checksumOf({}, [1, 2])).not.to.equal(checksumOf({}, [2, 1]));
    expect(checksumOf({}, [12])).not.to.equal(checksumOf({}, [1, 2]));
  });

  it('is stable through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).to.equal(canonicalJson(value));
      }),
    );
  });
});

describe('report csv', () => {
  const csv = (...texts: string[]) => reportLine(texts.map((text) => ({ text })));

  it('keeps long numbers of digits as texts, and numbers as numbers', () => {
    expect(csv('914403001922038216')).to.equal('"914403001922038216\t"\r\n');
    for (const text of ['2025E08', '2025-08', '3/12', '007', '913302061234567E12']) {
      expect(csv(text), text).to.equal(`"${text}\t"\r\n`);
    }
    expect(csv('2025-08-19', '330206', '技开2025-08')).to.equal(
      '2025-08-19,330206,技开2025-08\r\n',
    );
    expect(reportLine([{ fen: -150 }, undefined])).to.equal('-1.50,\r\n');
  });

  it('drops what turns the direction of text, and lone surrogates', () => {
    expect(csv('a\u202Eb\uD800c')).to.equal('ab\uFFFDc\r\n');
  });

  it('writes yuan by digits', () => {
    expect([0, 5, 123, 211_100_000_000_00].map(yuanText)).to.deep.equal([
      '0.00',
      '0.05',
      '1.23',
      '211100000000.00',
    ]);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const [yuan, rest] = yuanText(fen).replace('-', '').split('.');
        return BigInt(yuan!) * 100n + BigInt(rest!) === BigInt(Math.abs(fen));
      }),
    );
  });
});
