import { expect } from 'chai';
import { dayOfItem } from '../../../api/agenda.ts';
import { grouped, groupOf } from './agenda-groups.ts';

const item = (due?: string, overdue = false) => ({ due, overdue });
/** A Wednesday. */
const today = '2026-11-25';

describe('the groups of what waits', () => {
  it('end the week on Sunday', () => {
    expect(groupOf(item('2026-11-25'), today)).to.equal('today');
    expect(groupOf(item('2026-11-29'), today)).to.equal('week');
    expect(groupOf(item('2026-11-30'), today)).to.equal('later');
    expect(groupOf(item('2026-11-30'), '2026-11-29')).to.equal('later');
    expect(groupOf(item('2026-11-20', true), today)).to.equal('overdue');
    expect(groupOf(item(), today)).to.equal('undated');
  });

  it('count a term that runs out at 24:00 to the day that ends', () => {
    expect(dayOfItem({ at: '2026-11-25T16:00:00.000Z' })).to.equal(today);
    expect(dayOfItem({ at: '2026-11-25T06:30:00.000Z' })).to.equal(today);
  });

  it('come in the order of urgency, without empty ones', () => {
    const items = [item('2026-12-30'), item(), item('2026-11-25'), item('2026-11-20', true)];
    const groups = grouped(items, today).map(({ group }) => group);
    expect(groups).to.deep.equal(['overdue', 'today', 'undated', 'later']);
  });
});
