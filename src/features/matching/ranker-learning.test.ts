import { expect } from 'chai';
import fc from 'fast-check';
import { calibrate, probabilityOf, shareInterval } from './calibration.ts';
import { type Example, exampleOf } from './decision-labels.ts';
import { fitWeights } from './fit-ranker.ts';
import { foldOf, holdOut, isBetter, randomOf } from './hold-out.ts';
import type { MatchDecision } from './match.ts';
import { rankerModel } from './ranker.ts';

const { weights } = rankerModel;

/** Decisions by one part alone, or by none; every need has both sorts. */
function decided(needs: number, part: 'bigrams' | 'none', seed = 1): Example[] {
  const random = randomOf(seed);
  return Array.from({ length: needs * 6 }, (_, i): Example => {
    const values = { words: random() / 5, bigrams: random() / 5, characters: random() / 5 };
    const shortlisted = part === 'none' ? i % 2 === 0 : values.bigrams > 0.1;
    return { needId: `n${Math.floor(i / 6)}`, values, shortlisted, weight: 1 };
  });
}

describe('learning from decisions', () => {
  it('moves the weights to what tells, a few decisions less than many', async () => {
    const ratio = ({ bigrams, words }: typeof weights) => bigrams / words;
    const few = await fitWeights(decided(3, 'bigrams'), weights);
    const many = await fitWeights(decided(40, 'bigrams'), weights);
    expect(ratio(few)).to.be.above(ratio(weights));
    expect(ratio(many)).to.be.above(ratio(few));
    for (const weight of Object.values(many)) expect(weight).to.be.at.least(0);
  });

  it('leaves the weights where nothing can be compared', async () => {
    const one = decided(20, 'bigrams').filter(({ shortlisted }) => shortlisted);
    expect(await fitWeights(one, weights)).to.deep.equal(weights);
    expect(await holdOut(one, weights)).to.equal(undefined);
  });

  it('is taken for a pattern and not for noise', async () => {
    expect(isBetter(await holdOut(decided(40, 'bigrams'), weights))).to.equal(true);
    for (const seed of [1, 2, 3]) {
      expect(isBetter(await holdOut(decided(40, 'none', seed), weights))).to.equal(false);
    }
  });

  it('holds a need out with all its decisions', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(foldOf(id)).to.equal(foldOf(id));
        expect(foldOf(id)).to.be.within(0, 4);
      }),
    );
  });

  it('reads the need’s side, and from a code what it says of the match', () => {
    const at = new Date();
    const decision = (need: object | undefined) =>
      ({
        needId: 'n',
        bySide: { need },
        seen: { values: { words: 1 } },
      }) as unknown as MatchDecision;
    const refused = (code: string) => decision({ decision: 'refused', code, at });
    expect(exampleOf(decision(undefined), undefined)).to.equal(undefined);
    expect(exampleOf(refused('price'), undefined)!.weight).to.equal(0);
    expect(exampleOf(refused('wrong_field'), undefined)!.weight).to.equal(1);
    const taken = decision({ decision: 'shortlisted', at });
    expect(exampleOf(taken, 'agreed')!.weight).to.be.above(exampleOf(taken, undefined)!.weight);
    const unseen = { ...taken, seen: null } as MatchDecision;
    expect(exampleOf(unseen, undefined)).to.equal(undefined);
  });
});

describe('probabilities', () => {
  const outcomes = (count: number, seed: number) => {
    const random = randomOf(seed);
    return Array.from({ length: count }, (_, i) => {
      const total = random();
      return { needId: `n${i % 40}`, total, shortlisted: random() < total };
    });
  };

  it('come true as often as they say, and rise with the sum', () => {
    const calibration = calibrate(outcomes(2000, 1))!;
    expect(calibration.reliability.reduce((sum, row) => sum + row.decisions, 0)).to.equal(2000);
    for (const { decisions, foretold, shortlisted } of calibration.reliability) {
      if (decisions > 100) expect(shortlisted / decisions).to.be.closeTo(foretold, 0.12);
    }
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (total) => {
        const p = probabilityOf(calibration, total);
        expect(p).to.be.within(0, 1);
        expect(probabilityOf(calibration, total + 0.1)).to.be.above(p);
      }),
    );
  });

  it('are not given where a higher sum means less, or all were decided alike', () => {
    const turned = outcomes(300, 2).map((one) => ({ ...one, total: 1 - one.total }));
    expect(calibrate(turned)).to.equal(undefined);
    const alike = outcomes(300, 3).map((one) => ({ ...one, shortlisted: true }));
    expect(calibrate(alike)).to.equal(undefined);
  });

  it('know how little a few say', () => {
    expect(shareInterval(0, 0)).to.deep.equal({ low: 0, high: 1 });
    const { low, high } = shareInterval(5, 10);
    expect([low, high].map((value) => value.toFixed(2))).to.deep.equal(['0.24', '0.76']);
  });
});
