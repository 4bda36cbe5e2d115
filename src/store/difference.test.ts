import { expect } from 'chai';
import { difference } from './difference.ts';

describe('difference', () => {
  it('names the changed leaves with before and after', () => {
    expect(difference({ a: 1, b: { c: 'x', d: 2 } }, { a: 1, b: { c: 'y', d: 2 } })).to.deep.equal([
      { path: 'b.c', before: 'x', after: 'y' },
    ]);
  });

  it('says what is new and what is gone by leaving out the other side', () => {
    expect(difference({ a: 1 }, { b: 2 })).to.deep.equal([
      { path: 'a', before: 1 },
      { path: 'b', after: 2 },
    ]);
  });

  it('compares rows by their id, wherever they stand', () => {
    const before = {
      rows: [
        { id: 'p', n: 1 },
        { id: 'q', n: 2 },
      ],
    };
    const after = {
      rows: [
        { id: 'q', n: 3 },
        { id: 'p', n: 1 },
        { id: 'r', n: 4 },
      ],
    };
    expect(difference(before, after)).to.deep.equal([
      { path: 'rows[q].n', before: 2, after: 3 },
      { path: 'rows[r]', after: { id: 'r', n: 4 } },
    ]);
  });

  it('takes dates and plain lists as whole values', () => {
    const day = new Date('2026-01-01');
    expect(difference({ at: day, list: [1] }, { at: new Date(day), list: [1, 2] })).to.deep.equal([
      { path: 'list', before: [1], after: [1, 2] },
    ]);
  });
});
