import { expect } from 'chai';
import { guessField } from './technology-field.ts';

describe('technology field', () => {
  it('is guessed from words that betray it', () => {
    expect(guessField('污水厂冬天总氮超标，曝气开大更差')).to.equal('environment');
    expect(guessField('河豚苗开口期成活率低')).to.equal('agriculture');
  });

  it('is not guessed from nothing, nor when two tie', () => {
    expect(guessField('')).to.equal(undefined);
    expect(guessField('这件事怎么办')).to.equal(undefined);
    expect(guessField('轨道芯片')).to.equal(undefined);
  });
});
