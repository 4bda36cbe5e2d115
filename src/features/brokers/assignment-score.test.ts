import { expect } from 'chai';
import fc from 'fast-check';
import {
  barriers,
  type Candidate,
  loadPart,
  type NeedToAssign,
  PART_POINTS,
  rankBrokers,
} from './assignment-score.ts';

const DAYS = { from: '2026-11-23', to: '2026-11-25' };

const need: NeedToAssign = {
  id: 'need',
  district: 'xicheng',
  field: 'new_materials',
  parties: ['firm', 'institute'],
  vettedBy: 'vetter',
  missed: [],
};

const broker: Candidate = {
  id: 'b1',
  district: 'xicheng',
  grade: 'intermediate',
  fields: ['new_materials'],
  capacity: 4,
  conflicts: [],
  leave: [],
  active: true,
  load: 1,
  record: { asked: 0, expired: 0, led: 0, solved: 0 },
};

const barriersOf = (change: Partial<Candidate>, about: Partial<NeedToAssign> = {}) =>
  barriers({ ...need, ...about }, { ...broker, ...change }, DAYS);

describe('who may be asked', () => {
  it('lets a broker with room and no ties', () => {
    expect(barriersOf({})).to.deep.equal([]);
    expect(barriersOf({ employerId: 'elsewhere', conflicts: ['other'] })).to.deep.equal([]);
  });

  it('names every barrier', () => {
    expect(barriersOf({ load: 4 })).to.deep.equal(['no_capacity']);
    expect(barriersOf({ load: 0, capacity: 0 })).to.deep.equal(['no_capacity']);
    for (const side of need.parties) {
      expect(barriersOf({ employerId: side }), side).to.deep.equal(['conflict_of_interest']);
      expect(barriersOf({ conflicts: [side] }), side).to.deep.equal(['conflict_of_interest']);
    }
    expect(barriersOf({ id: 'vetter' })).to.deep.equal(['vetted_this_need']);
    expect(barriersOf({}, { missed: ['b1'] })).to.deep.equal(['already_asked']);
    expect(barriersOf({ active: false, district: 'dongcheng', load: 9 })).to.deep.equal([
      'inactive',
      'other_district',
      'no_capacity',
    ]);
  });

  it('passes over who is away on a day of the time to answer', () => {
    const away = (from: string, to: string) => barriersOf({ leave: [{ from, to }] }).length > 0;
    expect(away('2026-11-01', '2026-11-22')).to.equal(false);
    expect(away('2026-11-01', '2026-11-23')).to.equal(true);
    expect(away('2026-11-25', '2026-11-25')).to.equal(true);
    expect(away('2026-11-26', '2026-12-01')).to.equal(false);
  });
});

describe('rankBrokers', () => {
  it('prefers the field, then room, then the record, and says so in parts', () => {
    const brokers: Candidate[] = [
      { ...broker, id: 'stranger', fields: ['agriculture'], load: 0 },
      { ...broker, id: 'busy', load: 3 },
      { ...broker, id: 'proven', record: { asked: 10, expired: 0, led: 8, solved: 7 } },
      { ...broker, id: 'silent', record: { asked: 10, expired: 9, led: 8, solved: 1 } },
      { ...broker, id: 'full', load: 4 },
    ];
    const ranked = rankBrokers(need, brokers, DAYS);
    expect(ranked.map(({ brokerId }) => brokerId)).to.deep.equal([
      'proven',
      'silent',
      'busy',
      'stranger',
    ]);
    const kinds = ranked[0]!.parts.map(({ kind }) => kind);
    expect(kinds.sort()).to.deep.equal(Object.keys(PART_POINTS).sort());
  });

  it('keeps every part within its points, and the whole within 1,000', () => {
    const counts = fc.nat(50).chain((total) => fc.tuple(fc.constant(total), fc.nat(total)));
    fc.assert(
      fc.property(counts, counts, fc.nat(9), ([asked, expired], [led, solved], load) => {
        const one = { ...broker, capacity: 10, load, record: { asked, expired, led, solved } };
        const [ranked] = rankBrokers(need, [one], DAYS);
        for (const { kind, points } of ranked!.parts) {
          expect(points).to.be.within(0, PART_POINTS[kind]);
          expect(Number.isInteger(points)).to.equal(true);
        }
        expect(ranked!.score).to.be.within(0, 1000);
        expect(loadPart(load, 10).points).to.be.at.least(loadPart(load + 1, 10).points);
      }),
    );
  });

  it('breaks a draw by the id, in any order of input', () => {
    const twins = [
      { ...broker, id: 'b2' },
      { ...broker, id: 'b1' },
    ];
    expect(rankBrokers(need, twins, DAYS)[0]!.brokerId).to.equal('b1');
    expect(rankBrokers(need, twins.reverse(), DAYS)[0]!.brokerId).to.equal('b1');
  });
});
