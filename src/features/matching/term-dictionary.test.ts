import { expect } from 'chai';
import fc from 'fast-check';
import { findTerm } from './postings.ts';
import { createNumberDictionary } from './term-dictionary.ts';
import { createTopDocuments } from './top-documents.ts';

describe('term dictionary', () => {
  it('numbers keys in the order in which they come, as a map would', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 30), { maxLength: 6_000 }), (keys) => {
        const plain = new Map<number, number>();
        const dictionary = createNumberDictionary();
        for (const key of keys) {
          if (!plain.has(key)) plain.set(key, plain.size);
          expect(dictionary.intern(key)).to.equal(plain.get(key));
        }
        const again = createNumberDictionary(dictionary.keys().slice());
        for (const [key, number] of plain) expect(again.find(key)).to.equal(number);
        expect(again.find(2 ** 30 + 1)).to.equal(-1);
        expect(again.size()).to.equal(plain.size);
      }),
      { numRuns: 30 },
    );
  });

  it('finds a term where it stands, and none that is absent', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(3_000)), fc.nat(3_000), (numbers, wanted) => {
        const terms = Uint32Array.from(numbers).sort();
        const none = new Uint32Array(0);
        const postings = { terms, offsets: none, entries: none, lengths: new Uint16Array(0) };
        for (const term of [wanted, ...numbers]) {
          expect(findTerm(postings, term)).to.equal(terms.indexOf(term));
        }
      }),
    );
  });
});

describe('top documents', () => {
  it('keeps what sorting would put first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(12), (scores, limit) => {
        const top = createTopDocuments(limit);
        scores.forEach((score, document) => {
          if (score > top.floor()) top.offer(document, score);
        });
        const sorted = scores
          .map((score, document) => ({ document, score }))
          .sort((a, b) => b.score - a.score || a.document - b.document);
        expect(top.take()).to.deep.equal(sorted.slice(0, limit));
      }),
    );
  });
});
