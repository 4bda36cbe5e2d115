import { expect } from 'chai';
import type { NextStep } from './engagement.ts';
import { dueDays, reminderDay, turnOf } from './engagement-due.ts';
import type { Visit } from './engagement-visits.ts';

const step = (id: string, due: string, more: Partial<NextStep> = {}): NextStep => ({
  id,
  text: '寄样',
  ownerSide: 'enterprise',
  due,
  meetingId: 'm',
  ...more,
});
const visit = (id: string, plannedOn: string, more: Partial<Visit> = {}): Visit => ({
  id,
  plannedOn,
  source: 'person',
  ...more,
});
const part = {
  stage: 'meeting' as const,
  nextSteps: [] as NextStep[],
  visits: [] as Visit[],
  ndas: [],
  firstContactDue: '2026-03-09',
};
const contacted = { ...part, firstContactAt: new Date('2026-03-03') };

describe('whose turn it is', () => {
  it('the broker’s, until the first contact', () => {
    expect(turnOf(part)).to.deep.equal({
      side: 'broker',
      action: 'first_contact',
      due: '2026-03-09',
    });
    expect(turnOf(contacted)).to.deep.equal({ side: 'broker', action: 'follow_up' });
  });

  it('what is due first, done things left out', () => {
    const nextSteps = [
      step('late', '2026-04-01'),
      step('done', '2026-03-01', { doneAt: new Date() }),
      step('soon', '2026-03-20', { ownerSide: 'institute' }),
    ];
    const visits = [visit('v', '2026-03-25'), visit('w', '2026-03-02', { reportedAt: new Date() })];
    expect(turnOf({ ...contacted, nextSteps, visits })).to.include({ id: 'soon' });
    expect(turnOf({ ...contacted, nextSteps: nextSteps.slice(0, 2), visits })).to.deep.equal({
      side: 'broker',
      action: 'visit',
      due: '2026-03-25',
      id: 'v',
    });
  });

  it('of whoever has not signed the NDA, where nothing has a date', () => {
    const ndas = [{ id: 'n', signedByEnterpriseAt: new Date() }];
    expect(turnOf({ ...contacted, ndas })).to.include({ side: 'institute', action: 'sign_nda' });
    expect(turnOf({ ...contacted, ndas: [{ id: 'n' }] })).to.include({ side: 'enterprise' });
  });

  it('nobody’s after the end; visits go on after the completion', () => {
    const visits = [visit('v', '2026-03-25')];
    expect(turnOf({ ...contacted, stage: 'ended', visits })).to.equal(null);
    expect(turnOf({ ...part, stage: 'completed', visits })).to.include({ action: 'visit' });
    expect(turnOf({ ...part, stage: 'completed' })).to.equal(null);
  });
});

describe('reminders', () => {
  it('come three working days before, or on the day when it is soon', () => {
    expect(reminderDay('2026-03-20', '2026-03-02')).to.equal('2026-03-17');
    expect(reminderDay('2025-10-10', '2025-09-01')).to.equal('2025-09-29');
    expect(reminderDay('2026-03-20', '2026-03-18')).to.equal('2026-03-20');
    expect(reminderDay('2026-03-20', '2026-03-20')).to.equal(undefined);
    expect(reminderDay('2026-03-20', '2026-04-01')).to.equal(undefined);
  });

  it('are found again by the earliest that is still to be sent', () => {
    const nextSteps = [
      step('a', '2026-04-01', { remindOn: '2026-03-27' }),
      step('b', '2026-03-20', { remindOn: '2026-03-17', remindedAt: new Date() }),
    ];
    const visits = [visit('v', '2026-05-06', { remindOn: '2026-04-28' })];
    expect(dueDays({ ...contacted, nextSteps, visits })).to.deep.equal({
      nextDue: '2026-03-20',
      remindOn: '2026-03-27',
    });
    expect(dueDays({ ...contacted, stage: 'ended', nextSteps, visits })).to.deep.equal({});
  });
});
