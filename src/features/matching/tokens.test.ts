import { expect } from 'chai';
import fc from 'fast-check';
import { createSegmenter, type Segmenter } from './segmenter.ts';
import { bigramOf, tokenise } from './tokens.ts';

describe('tokens', () => {
  let segmenter: Segmenter;
  before(() => {
    segmenter = createSegmenter(['受阻胺光稳定剂']);
  });

  it('cuts Chinese into words by the dictionary and by added terms', () => {
    const { words } = tokenise('用受阻胺光稳定剂防止保险杠发白', segmenter);
    expect(words).to.include.members(['受阻胺光稳定剂', '保险杠']);
  });

  it('levels case and width in the terms, not in the positions', () => {
    const text = '含ＴｉＯ２的膜';
    const { words, wordStarts, wordEnds } = tokenise(text, segmenter);
    const at = words.indexOf('tio2');
    expect(text.slice(wordStarts[at], wordEnds[at])).to.equal('ＴｉＯ２');
  });

  it('keeps names with joints whole, with their parts beside them, and drops bare numbers', () => {
    const { words } = tokenise('C++ TiO2-SiO2 45 PM2.5', segmenter);
    expect(words).to.have.members(['c++', 'tio2-sio2', 'tio2', 'sio2', 'pm2.5']);
  });

  it('takes endings off English words and leaves abbreviations and formulas alone', () => {
    const terms = (text: string) => tokenise(text, segmenter).words;
    expect(terms('corroded coatings')).to.deep.equal(terms('corroding coating'));
    expect(terms('PVDF LiFePO4 LED CMOS')).to.deep.equal(['pvdf', 'lifepo4', 'led', 'cmo']);
  });

  it('pairs characters that stand together, not across stop characters or marks', () => {
    const { bigrams } = tokenise('钢的锈，蚀', segmenter);
    expect(bigrams).to.deep.equal([]);
    expect(tokenise('锈蚀', segmenter).bigrams).to.deep.equal([
      bigramOf('锈'.charCodeAt(0), '蚀'.charCodeAt(0)),
    ]);
  });

  it('gives different numbers to different pairs', () => {
    const han = fc.integer({ min: 0x3400, max: 0x9fff });
    fc.assert(
      fc.property(han, han, han, han, (a, b, c, d) => {
        expect(bigramOf(a, b) === bigramOf(c, d)).to.equal(a === c && b === d);
      }),
    );
  });

  it('points every token at its own text, whatever the text', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '混凝土',
        '钢筋',
        '\ud800',
        '\udc00',
        '\u202e',
        '𠮷',
        'ＡＢ',
        '3000小时',
        '\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join('');
        const tokens = tokenise(text, segmenter);
        tokens.words.forEach((word, i) => {
          const found = text.slice(tokens.wordStarts[i], tokens.wordEnds[i]);
          const level = (one: string) => one.normalize('NFKC').toLowerCase();
          // The ending of an English word may be another letter: battery, batteri.
          const whole = /^[a-z]+$/.test(word) ? word.slice(0, -1) : level(word);
          expect(level(found)).to.include(whole);
        });
        tokens.characters.forEach((character, i) => {
          expect(text.charCodeAt(tokens.characterStarts[i]!)).to.equal(character);
        });
      }),
    );
  });
});
