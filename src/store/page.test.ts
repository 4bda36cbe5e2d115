import { expect } from 'chai';
import { AppError } from '../errors.ts';
import { after, cursorOf, order } from './page.ts';

describe('pages', () => {
  it('takes createdAt for the order of ids', () => {
    expect(order('-createdAt')).to.deep.equal({ key: '_id', direction: -1 });
    expect(order('name')).to.deep.equal({ key: 'name', direction: 1 });
  });

  it('goes on after the last row, ids breaking ties', () => {
    const cursor = cursorOf({ _id: 'B', name: '甲' } as never, 'name');
    expect(after(cursor, 'name')).to.deep.equal({
      $or: [{ name: { $gt: '甲' } }, { name: '甲', _id: { $gt: 'B' } }],
    });
    expect(after(cursorOf({ _id: 'B' }, '-id'), '-id')).to.deep.equal({ _id: { $lt: 'B' } });
  });

  it('keeps instants instants', () => {
    const at = new Date('2026-06-30T15:59:59.999Z');
    const cursor = cursorOf({ _id: 'B', at } as never, '-at');
    expect(after(cursor, '-at')).to.deep.equal({
      $or: [{ at: { $lt: at } }, { at, _id: { $lt: 'B' } }, { at: null }],
    });
  });

  it('reaches rows without the field: first in ascending order, last in descending', () => {
    const cursor = cursorOf({ _id: 'B' }, 'due');
    expect(after(cursor, 'due')).to.deep.equal({
      $or: [{ due: { $ne: null } }, { due: null, _id: { $gt: 'B' } }],
    });
    expect(after(cursor, '-due')).to.deep.equal({ due: null, _id: { $lt: 'B' } });
  });

  it('refuses a cursor that no list gave out, operators included', () => {
    for (const forged of ['x', Buffer.from('[{"$gt":""},"a"]').toString('base64url'), '']) {
      expect(() => after(forged, '-id'), forged).to.throw(AppError);
    }
  });
});
