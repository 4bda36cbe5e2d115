import { expect } from 'chai';
import { stepsOf, type WayOfNeed } from './owner-steps.ts';

const way = (need: WayOfNeed['need'], more: Partial<WayOfNeed> = {}): WayOfNeed => ({
  need,
  matched: false,
  led: false,
  engagements: [],
  ...more,
});
const at = (one: WayOfNeed) =>
  Object.entries(stepsOf(one))
    .filter(([, state]) => state === 'now' || state === 'failed')
    .map(([step, state]) => `${step} ${state}`)
    .join();

describe('the way of a need', () => {
  it('stands at one step at a time', () => {
    expect(at(way({ status: 'draft' }))).to.equal('posted now');
    expect(at(way({ status: 'submitted', onBehalf: {} }))).to.equal('posted now');
    expect(at(way({ status: 'submitted' }))).to.equal('vetted now');
    expect(at(way({ status: 'open' }))).to.equal('matched now');
    expect(at(way({ status: 'open' }, { matched: true }))).to.equal('broker now');
    expect(at(way({ status: 'open' }, { led: true }))).to.equal('meeting now');
    const talks = (meetingsHeld: number) =>
      at(way({ status: 'engaged' }, { engagements: [{ meetingsHeld, agreements: [] }] }));
    expect(talks(0)).to.equal('meeting now');
    expect(talks(1)).to.equal('agreement now');
    expect(at(way({ status: 'contracted' }))).to.equal('solved now');
  });

  it('has no next step once it is closed', () => {
    expect(at(way({ status: 'closed', closeCode: 'solved' }))).to.equal('');
    expect(stepsOf(way({ status: 'closed', closeCode: 'solved' })).meeting).to.equal('done');
    expect(at(way({ status: 'closed', closeCode: 'withdrawn' }))).to.equal('');
    expect(at(way({ status: 'closed', closeCode: 'refused' }))).to.equal('vetted failed');
  });
});
