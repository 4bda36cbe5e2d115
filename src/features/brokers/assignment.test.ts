import { expect } from 'chai';
import fc from 'fast-check';
import { assignmentStatuses } from '../../vocabulary.ts';
import {
  type AssignmentMove,
  type AssignmentState,
  accept,
  assignmentMoves,
  canMove,
  end,
  endProposal,
  escalate,
  missedBrokers,
  presentTurn,
  propose,
} from './assignment.ts';

const at = new Date('2026-11-23T02:00:00Z');
const due = new Date('2026-11-25T16:00:00Z');
const contact = new Date('2026-11-30T16:00:00Z');
const moves = Object.keys(assignmentMoves) as AssignmentMove[];

const turn = (brokerId: string, id = brokerId) => ({ id, brokerId, due });

function make(state: AssignmentState | undefined, move: AssignmentMove, brokerId: string, n = 0) {
  switch (move) {
    case 'propose':
    case 'reassign':
      return propose(state, turn(brokerId, `turn-${n}`), at);
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
      move: fc.constantFrom(...moves, 'end' as const),
      brokerId: fc.constantFrom('b1', 'b2', 'b3', 'b4'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: AssignmentState | undefined;
        for (const [n, { move, brokerId }] of steps.entries()) {
          const before: AssignmentState | undefined = state;
          if (move === 'end') {
            if (!before || before.endedAt) continue;
            state = end(before, true, at);
          } else if (canMove(before, move)) {
            state = make(before, move, brokerId, n);
            expect(state.status).to.equal(assignmentMoves[move].to);
          } else continue;
          const open = state.turns.filter(({ outcome }) => !outcome);
          const held =
            !state.endedAt && (state.status === 'proposed' || state.status === 'accepted');
          expect(open.map((one) => one.brokerId)).to.deep.equal(held ? [state.brokerId] : []);
          expect(state.due !== undefined).to.equal(held);
          expect(state.escalation !== undefined && !state.endedAt).to.equal(
            state.status === 'escalated' && !state.endedAt,
          );
          if (state.endedAt) expect(state.status).not.to.equal('proposed');
          // What has ended stays as it was written.
          const ended = (before?.turns ?? []).filter(({ outcome }) => outcome);
          expect(state.turns.slice(0, ended.length)).to.deep.equal(ended);
          expect(assignmentStatuses).to.include(state.status);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts as misses what a broker left undone, not what was taken from them', () => {
    let state = propose(undefined, turn('b1'), at);
    state = endProposal(state, { outcome: 'recalled' }, at);
    state = propose(state, turn('b2'), at);
    state = endProposal(state, { outcome: 'declined', code: 'wrong_field', note: '不熟' }, at);
    state = propose(state, turn('b3'), at);
    state = propose(state, { ...turn('b4'), by: 'somebody at the bureau' }, at);
    expect(missedBrokers(state.turns)).to.deep.equal(['b2']);
    expect(state.turns.map(({ outcome }) => outcome)).to.deep.equal([
      'recalled',
      'declined',
      'replaced',
      undefined,
    ]);
    expect(state.turns[1]).to.include({ code: 'wrong_field', note: '不熟' });
    expect(presentTurn(state)?.brokerId).to.equal('b4');
  });

  it('ends with the need, and starts anew when the need comes back', () => {
    const led = end(accept(propose(undefined, turn('b1'), at), at, contact), true, at);
    expect(led).to.include({ status: 'accepted', brokerId: 'b1', solved: true });
    expect(led.turns[0]!.outcome).to.equal('ended');
    expect(moves.filter((move) => canMove(led, move))).to.deep.equal(['propose', 'escalate']);
    const asked = end(propose(undefined, turn('b1'), at), false, at);
    expect(asked).to.include({ status: 'expired', brokerId: undefined, solved: undefined });
    expect(missedBrokers(asked.turns)).to.deep.equal([]);
  });

  it('starts only with a proposal or with the bureau', () => {
    expect(moves.filter((move) => canMove(undefined, move))).to.deep.equal(['propose', 'escalate']);
    for (const status of assignmentStatuses) {
      expect(canMove({ status, turns: [] }, 'accept')).to.equal(status === 'proposed');
      expect(canMove({ status, turns: [] }, 'reassign')).to.equal(true);
    }
  });
});
