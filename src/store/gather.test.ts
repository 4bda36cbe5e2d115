import { expect } from 'chai';
import { gather } from './gather.ts';

describe('gather', () => {
  it('sends the calls of one turn together and answers each', async () => {
    const sent: number[][] = [];
    const double = gather<number, number>(3, async (items) => {
      sent.push(items);
      return items.map((n) => (n === 4 ? new Error('four') : n * 2));
    });
    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(double));
    expect(sent).to.deep.equal([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(answers.map((one) => ('value' in one ? one.value : one.reason.message))).to.deep.equal([
      2,
      4,
      6,
      'four',
      10,
    ]);
  });

  it('rejects all calls of a batch that failed as a whole', async () => {
    const failing = gather<number, number>(10, async () => {
      throw new Error('away');
    });
    const answers = await Promise.allSettled([failing(1), failing(2)]);
    expect(answers.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
  });
});
