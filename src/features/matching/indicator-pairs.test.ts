import { expect } from 'chai';
import { measurePairs, readIndicatorPairs } from '../../../test/support/indicator-pairs.ts';

// Both sets are of our own making; the first was in sight while the rules were written, the
// second was written afterwards and has been seen since. Their figures are in docs/matching.md.
describe('labelled indicator pairs', () => {
  for (const name of ['indicator-pairs', 'indicator-pairs-check']) {
    it(`says met and unmet rarely in vain (${name})`, async () => {
      const pairs = await readIndicatorPairs(name);
      for (const { state, precision, recall } of measurePairs(pairs)) {
        if (state === 'unknown') continue;
        expect(precision, `precision of ${state}`).to.be.at.least(0.9);
        expect(recall, `recall of ${state}`).to.be.at.least(0.75);
      }
    });
  }
});
