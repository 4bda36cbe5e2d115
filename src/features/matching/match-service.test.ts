import { expect } from 'chai';
import { listLength } from './match.ts';
import { createMatchService } from './match-service.ts';
import { rankerModel } from './ranker.ts';

type Parts = Parameters<typeof createMatchService>[0];

const full = (lowest: number) =>
  Array.from({ length: listLength }, (_, at) => ({ total: lowest + listLength - at }));

/** Needs that lie near the capability, with what their lists hold; it scores 10 for each of them. */
function touchedOf(
  lists: Record<string, { full: object[]; public?: object[]; version?: string; secret?: true }>,
) {
  const ids = Object.keys(lists);
  const kept = ids.map((id) => {
    const { full, public: open = null, version = rankerModel.version } = lists[id]!;
    return [id, { _id: id, full, public: open, rankerVersion: version }] as const;
  });
  const needs = ids.map((_id) => {
    const confidential = lists[_id]!.secret ? { problem: 'nda' } : {};
    return [_id, { _id, district: '330206', problem: '问题', confidential }] as const;
  });
  const service = createMatchService({
    capabilities: { find: async () => ({ _id: 'c', status: 'published' }) },
    needs: { getMany: async () => new Map(needs) },
    lists: {
      holding: async () => ['holds-it'],
      totals: async () => new Map(kept.filter(([id]) => id !== 'never-matched')),
    },
    matcher: {
      needsNear: async () => ['holds-it', ...ids],
      read: async () => ({}),
      vectorOf: async () => undefined,
      scorePair: () => ({ total: 10 }),
    },
    rankerOf: async () => rankerModel,
    clock: { now: () => new Date('2026-07-01T00:00:00Z') },
  } as unknown as Parts);
  return service.needsTouchedBy('c');
}

describe('needs that a capability may belong to', () => {
  it('are those on whose lists it is or would be, and no others', async () => {
    const touched = await touchedOf({
      'never-matched': { full: [] },
      'all-better': { full: full(20) },
      'some-worse': { full: full(5) },
      'has-room': { full: full(20).slice(1) },
      'by-another-ranker': { full: full(20), version: 'old' },
      'secret-all-better': { full: full(20), public: full(20), secret: true },
      'secret-and-open-list-worse': { full: full(20), public: full(5), secret: true },
    });
    expect(touched).to.have.members([
      'holds-it',
      'never-matched',
      'some-worse',
      'has-room',
      'by-another-ranker',
      'secret-and-open-list-worse',
    ]);
  });
});
