import { expect } from 'chai';
import fc from 'fast-check';
import { type FunnelStep, funnelSteps } from '../../vocabulary.ts';
import { createFunnelFold, furthest, reachedDays, type StepDays } from './report-funnel.ts';

const day = fc
  .integer({ min: 1, max: 28 })
  .map((date) => `2026-03-${String(date).padStart(2, '0')}`);
const taken = fc.record(
  Object.fromEntries(funnelSteps.map((step) => [step, day])) as Record<FunnelStep, typeof day>,
  { requiredKeys: ['posted'] },
);

describe('the funnel', () => {
  it('takes a later step for proof of those before it', () => {
    const reached = reachedDays(
      { posted: '2026-01-05', vetted: '2026-01-07', met: '2026-04-01', signed: '2026-03-01' },
      '2026-12-31',
    );
    expect(reached).to.deep.equal({
      posted: '2026-01-05',
      vetted: '2026-01-07',
      matched: '2026-03-01',
      accepted: '2026-03-01',
      engaged: '2026-03-01',
      met: '2026-03-01',
      signed: '2026-03-01',
    });
    expect(furthest(reached)).to.equal('signed');
    expect(
      furthest(reachedDays({ posted: '2026-01-05', signed: '2026-03-01' }, '2026-02-01')),
    ).to.eql('posted');
  });

  it('never widens and never goes back in time', () => {
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 20 }), day, (needs, until) => {
        const fold = createFunnelFold();
        for (const need of needs) {
          const reached = reachedDays(need, until);
          fold.add(reached);
          const days = funnelSteps.map((step) => reached[step]);
          const known = days.filter((one) => one !== undefined);
          expect(days.slice(0, known.length)).to.deep.equal(known);
          expect(known).to.deep.equal(known.toSorted());
          for (const one of known) expect(one <= until).to.equal(true);
        }
        const bars = fold.result();
        for (const [at, bar] of bars.entries()) {
          const of = (need: StepDays) => reachedDays(need, until)[bar.step] !== undefined;
          expect(bar.reached).to.equal(needs.filter(of).length);
          if (at > 0)
            expect(bar.lost)
              .to.equal(bars[at - 1]!.reached - bar.reached)
              .and.least(0);
        }
      }),
    );
  });
});
