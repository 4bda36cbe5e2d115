import { expect } from 'chai';
import fc from 'fast-check';
import { type EngagementStage, engagementStages } from '../../vocabulary.ts';
import { canMoveTo, hasReached, isSigned, shareFaults, stageMoves } from './engagement.ts';

const stage = fc.constantFrom(...engagementStages);

describe('stages', () => {
  it('go on from every stage but the end, and end from every active one', () => {
    for (const from of engagementStages) {
      const ends = from !== 'ended' && from !== 'completed';
      expect(canMoveTo(from, 'ended'), from).to.equal(ends);
      expect(stageMoves[from].length > 0, from).to.equal(from !== 'ended');
    }
  });

  it('never stay, never start again, never leave the end, and skip two steps at most', () => {
    fc.assert(
      fc.property(stage, stage, (from, to) => {
        if (!canMoveTo(from, to)) return;
        expect(to).not.to.equal(from);
        expect(to).not.to.equal('introduced');
        expect(from).not.to.equal('ended');
        if (to === 'ended') return;
        const steps = engagementStages.indexOf(to) - engagementStages.indexOf(from);
        expect(steps).to.be.within(-1, 3).and.not.equal(0);
      }),
    );
  });

  it('reach a signed contract only through talks, on every walk', () => {
    const walk = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(walk, (choices) => {
        let now = 'introduced' as EngagementStage;
        const seen = [now];
        for (const choice of choices) {
          const next = stageMoves[now];
          if (next.length === 0) break;
          now = next[choice % next.length]!;
          seen.push(now);
        }
        if (seen.includes('delivering') || seen.includes('completed')) {
          expect(seen).to.include('agreed');
        }
        const met = seen.some((one) => hasReached(one, 'meeting'));
        expect(met).to.equal(seen.some((one) => one !== 'introduced' && one !== 'ended'));
      }),
    );
  });

  it('all lead somewhere from the first', () => {
    const reached = new Set<string>(['introduced']);
    for (const from of reached) {
      for (const to of stageMoves[from as 'introduced']) reached.add(to);
    }
    expect(reached.size).to.equal(engagementStages.length);
  });
});

describe('shares', () => {
  const percent = fc.integer({ min: 1, max: 10_000 }).map((n) => n / 100);
  const some = fc.uniqueArray(fc.record({ brokerId: fc.uuid(), percent }), {
    selector: (one) => one.brokerId,
    maxLength: 12,
  });

  it('are within 100 percent exactly when their hundredths are', () => {
    fc.assert(
      fc.property(some, (shares) => {
        const total = shares.reduce((sum, one) => sum + Math.round(one.percent * 100), 0);
        expect(shareFaults(shares).length === 0).to.equal(total <= 10_000);
      }),
    );
  });

  it('add up to exactly 100 percent without a rounding fault', () => {
    const tenths = Array.from({ length: 1_000 }, (_, n) => ({ brokerId: `${n}`, percent: 0.1 }));
    expect(shareFaults(tenths)).to.deep.equal([]);
    const more = [...tenths, { brokerId: 'more', percent: 0.01 }];
    expect(shareFaults(more)).to.deep.equal([{ path: '', code: 'over_100_percent' }]);
  });

  it('name a broker once', () => {
    fc.assert(
      fc.property(some, (shares) => {
        const twice = [...shares, ...shares];
        const faults = shareFaults(twice).filter(({ code }) => code === 'listed_twice');
        expect(faults).to.have.length(shares.length);
      }),
    );
  });
});

describe('an NDA', () => {
  it('is signed when both have', () => {
    const at = new Date();
    expect(isSigned({ id: '1' })).to.equal(false);
    expect(isSigned({ id: '1', signedByEnterpriseAt: at })).to.equal(false);
    expect(isSigned({ id: '1', signedByEnterpriseAt: at, signedByInstituteAt: at })).to.equal(true);
  });
});
