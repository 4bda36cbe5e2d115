import { expect } from 'chai';
import { crossValidated, meanOf, pairedBootstrap } from './retrieval-comparison.ts';

describe('comparing two ways of ranking', () => {
  const base = Array.from({ length: 40 }, (_, i) => (i % 5) / 5);

  it('tells a gain on every need from one that comes and goes', () => {
    const steady = pairedBootstrap(
      base.map((value) => value + 0.1),
      base,
    );
    expect(steady.mean).to.be.closeTo(0.1, 1e-9);
    expect(steady.low).to.be.closeTo(0.1, 1e-9);
    const fickle = pairedBootstrap(
      base.map((value, i) => value + (i % 2 ? 0.5 : -0.45)),
      base,
    );
    expect(fickle.mean).to.be.closeTo(0.025, 1e-9);
    expect(fickle.low).to.be.below(0);
    expect(fickle.high).to.be.above(0);
  });

  it('gives a setting no credit for the needs that it was chosen on', () => {
    // Each of forty settings is perfect on one need and useless on all others.
    const lucky = base.map((_, need) => base.map((_, i) => (i === need ? 1 : 0)));
    expect(Math.max(...lucky.map(meanOf))).to.be.above(0);
    expect(meanOf(crossValidated(lucky))).to.equal(0);
    const sound = base.map(() => 0.6);
    expect(meanOf(crossValidated([...lucky, sound]))).to.be.closeTo(0.6, 1e-9);
  });
});
