import { expect } from 'chai';
import { type AssignmentState, accept, escalate, propose } from './assignment.ts';
import { noticesOf } from './assignment-notices.ts';

const at = new Date('2026-11-23T02:00:00Z');
const due = new Date('2026-11-25T16:00:00Z');
const stored = (state: AssignmentState) =>
  ({
    _id: 'a',
    needId: 'n',
    organizationId: 'firm',
    district: '330206',
    ...state,
  }) as Parameters<typeof noticesOf>[0];

const told = (state: AssignmentState) =>
  noticesOf(stored(state)).map(({ kind, to }) => `${kind} ${JSON.stringify(to)}`);

describe('notices of an assignment', () => {
  it('tell the broker asked, the firm of its lead, and the bureau what it must decide', () => {
    const asked = propose(undefined, { id: 't1', brokerId: 'b1', due }, at);
    expect(told(asked)).to.deep.equal(['assignment.proposed [{"userId":"b1"}]']);
    expect(told(accept(asked, at, due))).to.deep.equal([
      'assignment.accepted [{"organizationId":"firm"}]',
    ]);
    const other = propose(asked, { id: 't2', brokerId: 'b2', due }, at);
    expect(told(other)).to.deep.equal([
      'assignment.taken_back [{"userId":"b1"}]',
      'assignment.proposed [{"userId":"b2"}]',
    ]);
    expect(told(escalate(undefined, 'no_broker', at))).to.deep.equal([
      'assignment.escalated [{"role":"bureau","district":"330206"}]',
    ]);
  });

  it('have a key for each occasion, the same whenever it is told', () => {
    const asked = propose(undefined, { id: 't1', brokerId: 'b1', due }, at);
    const [notice] = noticesOf(stored(asked));
    expect(notice).to.deep.include({
      key: 'assignment.proposed-t1',
      subject: { kind: 'assignment', id: 'a' },
      params: { needId: 'n', due: due.toISOString() },
    });
  });
});
