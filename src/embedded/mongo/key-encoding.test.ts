import { Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { type Doc, decodeDocument } from './bson-decode.ts';
import { encodeDocument } from './bson-encode.ts';
import { compareValues } from './compare.ts';
import { encodeSortKey } from './key-encoding.ts';

const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.integer({ min: -3, max: 3 }).map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.integer({ min: -50, max: 50 }).map((n) => Decimal128.fromString(`${n / 10}`)),
);
const scalar = fc.oneof(
  number,
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', '\0', 'ab', '搭', '搭桥', '😀', '\uffff'),
  fc.constantFrom(null, true, false, new MinKey(), new MaxKey()),
  fc.integer().map((n) => new Date(n)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
  fc.nat().map((t) => new Timestamp({ t, i: t % 3 })),
);
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 6, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('value')) },
  ),
})).value;

describe('key encoding', () => {
  it('orders bytes as BSON orders values, up and down', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const order = Math.sign(compareValues(a, b));
        const up = Buffer.compare(encodeSortKey([a], [false]), encodeSortKey([b], [false]));
        const down = Buffer.compare(
          encodeSortKey([a, 1], [true, false]),
          encodeSortKey([b, 1], [true, false]),
        );
        expect([up, down + 0]).to.deep.equal([order, order === 0 ? 0 : -order]);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a whole key the order of its fields', () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, scalar, (a, b, c, d) => {
        const order = compareValues(a, c) || compareValues(b, d);
        const bytes = Buffer.compare(
          encodeSortKey([a, b], [false, false]),
          encodeSortKey([c, d], [false, false]),
        );
        expect(bytes).to.equal(Math.sign(order));
      }),
    );
  });
});

describe('decoding', () => {
  it('gives every document back byte by byte', () => {
    const doc = fc.dictionary(fc.string({ maxLength: 8 }), value) as fc.Arbitrary<Doc>;
    fc.assert(
      fc.property(doc, (source) => {
        const bytes = encodeDocument(source);
        expect(encodeDocument(decodeDocument(bytes)).equals(bytes)).to.equal(true);
      }),
      { numRuns: 1000 },
    );
  });
});
