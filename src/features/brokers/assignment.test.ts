import { expect } from 'chai';
import fc from 'fast-check';
import {
  ASSIGNMENT_STATUSES,
  type AssignmentMove,
  type AssignmentState,
  accept,
  canMove,
  endProposal,
  escalate,
  isExhausted,
  missedBrokers,
  propose,
} from './assignment.ts';

const at = new Date('2026-11-23T02:00:00Z');
const due = new Date('2026-11-25T16:00:00Z');
const contact = new Date('2026-11-30T16:00:00Z');

const MOVES: AssignmentMove[] = [
  'propose',
  'accept',
  'decline',
  'expire',
  'recall',
  'escalate',
  'reassign',
];

function make(state: AssignmentState | undefined, move: AssignmentMove, brokerId: string) {
  switch (move) {
    case 'propose':
    case 'reassign':
      return propose(state, { brokerId, due }, at);
    case 'accept':
      return accept(state!, at, contact);
    case 'decline':
      return endProposal(state!, { outcome: 'declined', code: 'no_capacity' }, at);
    case 'expire':
      return endProposal(state!, { outcome: 'expired' }, at);
    case 'recall':
      return endProposal(state!, { outcome: 'recalled' }, at);
    case 'escalate':
      return escalate(state, 'three_misses', at);
  }
}

describe('assignment', () => {
  it('never has two brokers, whatever moves are tried in whatever order', () => {
    const step = fc.record({
      move: fc.constantFrom(...MOVES),
      brokerId: fc.constantFrom('b1', 'b2', 'b3', 'b4'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: AssignmentState | undefined;
        for (const { move, brokerId } of steps) {
          if (!canMove(state?.status, move)) continue;
          const before = state;
          state = make(before, move, brokerId);
          const present = state.turns.filter((turn) => !turn.outcome);
          const held = state.status === 'proposed' || state.status === 'accepted';
          expect(present.map((turn) => turn.brokerId)).to.deep.equal(held ? [state.brokerId] : []);
          expect(state.due !== undefined).to.equal(held);
          expect(state.escalation !== undefined).to.equal(state.status === 'escalated');
          // What has ended stays as it was written.
          const ended = (before?.turns ?? []).filter((turn) => turn.outcome);
          expect(state.turns.slice(0, ended.length)).to.deep.equal(ended);
          expect(ASSIGNMENT_STATUSES).to.include(state.status);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts as misses what a broker left undone, not what was taken from them', () => {
    let state = propose(undefined, { brokerId: 'b1', due }, at);
    state = endProposal(state, { outcome: 'recalled' }, at);
    state = propose(state, { brokerId: 'b2', due }, at);
    state = endProposal(state, { outcome: 'declined', code: 'wrong_field', note: '不熟' }, at);
    state = propose(state, { brokerId: 'b3', due }, at);
    state = propose(state, { brokerId: 'b4', due, by: 'bureau-user' }, at);
    expect(missedBrokers(state.turns)).to.deep.equal(['b2']);
    expect(state.turns.map((turn) => turn.outcome)).to.deep.equal([
      'recalled',
      'declined',
      'replaced',
      undefined,
    ]);
    expect(state.turns[1]).to.include({ code: 'wrong_field', note: '不熟' });
    expect(isExhausted(state.turns, 3)).to.equal(false);
  });

  it('asks three and then the bureau', () => {
    let state: AssignmentState | undefined;
    for (const [brokerId, outcome] of [
      ['b1', 'declined'],
      ['b2', 'expired'],
      ['b3', 'declined'],
    ] as const) {
      state = endProposal(propose(state, { brokerId, due }, at), { outcome }, at);
    }
    expect(isExhausted(state!.turns, 3)).to.equal(true);
    state = escalate(state, 'three_misses', at);
    expect(state).to.include({ status: 'escalated', escalation: 'three_misses' });
    expect(state.brokerId).to.equal(undefined);
  });

  it('starts only with a proposal or with the bureau', () => {
    const first = MOVES.filter((move) => canMove(undefined, move));
    expect(first).to.deep.equal(['propose', 'escalate']);
    for (const status of ASSIGNMENT_STATUSES) {
      expect(canMove(status, 'accept')).to.equal(status === 'proposed');
      expect(canMove(status, 'reassign')).to.equal(true);
    }
  });
});
