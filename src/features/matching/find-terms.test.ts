import { expect } from 'chai';
import { findTerms } from './find-terms.ts';
import { createSegmenter } from './segmenter.ts';
import { tokenise } from './tokens.ts';

describe('finding terms that have a name in the other language', () => {
  const segmenter = createSegmenter();
  const findIn = (text: string) => {
    const { found, rest } = findTerms(tokenise(text, segmenter));
    return { found: found.map(({ start, end }) => text.slice(start, end)), rest, terms: found };
  };
  const english = (text: string) =>
    findIn(text).terms.flatMap(({ others }) => others.map((one) => one.map(({ term }) => term)));

  it('takes the longest term at every place, in both languages', () => {
    expect(findIn('神经网络算法').found).to.deep.equal(['神经网络', '算法']);
    expect(findIn('a die casting with carbon-fibre skins').found).to.deep.equal([
      'die casting',
      'carbon-fibre',
      'skins',
    ]);
  });

  it('finds a term inside a longer word, and a single character that stands by itself', () => {
    expect(findIn('碳纤维件').found).to.include('碳纤维');
    expect(findIn('一年锈一片').found).to.deep.equal(['锈']);
    expect(findIn('看漏斗').found).to.not.include('漏');
  });

  it('names what the other language says, word endings off', () => {
    expect(english('焊缝')).to.deep.include.members([['weld', 'seam'], ['weld']]);
    expect(findIn('rusting').terms[0]!.others).to.deep.include([
      { space: 'bigrams', term: ((0x8150 & 0x7fff) << 15) | (0x8680 & 0x7fff) },
    ]);
  });

  it('leaves over what it does not know, and neither grammar nor need-speak', () => {
    const { rest } = findIn('我们的抖音账号和 TikTok need help');
    expect(rest).to.include.members(['抖音', 'tiktok']);
    expect(rest).to.not.include.members(['我们', 'need']);
  });
});
