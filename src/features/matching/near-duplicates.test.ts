import { expect } from 'chai';
import { createDuplicateGuard } from './near-duplicates.ts';

const text =
  '保险杠晒两年就发白，客户投诉多。试过加光稳定剂，效果不好，希望表面五年不发白，成本不能涨太多，每件不超过三十元。';
const nearly = `${text}最好年内解决。`;
const other = '污水厂冬天总氮超标，曝气开大更差，想找一套根据进水自动调节回流的办法。';

function guardOver(rows: Record<string, { id: string; text: string }[]>, ttlMs = 1000) {
  const loads: string[] = [];
  const clock = { now: 0 };
  const guard = createDuplicateGuard({
    load: async (organizationId) => {
      loads.push(organizationId);
      return rows[organizationId] ?? [];
    },
    ttlMs,
    maxOrganizations: 2,
    now: () => clock.now,
  });
  return { guard, loads, clock };
}

describe('near-duplicates', () => {
  it('finds a need of the same organization that reads nearly alike', async () => {
    const { guard } = guardOver({
      a: [
        { id: '1', text },
        { id: '2', text: other },
      ],
    });
    const [found, ...rest] = await guard.check('a', null, nearly);
    expect(found!.id).to.equal('1');
    expect(found!.similarity).to.be.within(0.6, 1);
    expect(rest).to.deep.equal([]);
  });

  it('never finds the need itself, nor one of another organization', async () => {
    const { guard } = guardOver({ a: [{ id: '1', text }], b: [] });
    expect(await guard.check('a', '1', text)).to.deep.equal([]);
    expect(await guard.check('b', null, text)).to.deep.equal([]);
  });

  it('knows what was put and forgets what was dropped, while loading too', async () => {
    const { guard } = guardOver({ a: [{ id: '1', text }] });
    const checking = guard.check('a', null, text);
    guard.put('a', '2', text);
    guard.drop('a', '1');
    expect((await checking).map(({ id }) => id)).to.deep.equal(['2']);
    guard.put('a', '2', other);
    expect(await guard.check('a', null, text)).to.deep.equal([]);
  });

  it('shows five at most', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => ({ id: `${i}`, text }));
    const { guard } = guardOver({ a: rows });
    expect(await guard.check('a', null, text)).to.have.length(5);
  });

  it('loads once, again after a while, and holds few organizations', async () => {
    const { guard, loads, clock } = guardOver({ a: [{ id: '1', text }] });
    await Promise.all([guard.check('a', null, text), guard.check('a', null, text)]);
    expect(loads).to.deep.equal(['a']);
    clock.now = 2000;
    await guard.check('a', null, text);
    expect(loads).to.deep.equal(['a', 'a']);
    await guard.check('b', null, text);
    await guard.check('c', null, text);
    await guard.check('a', null, text);
    expect(loads).to.deep.equal(['a', 'a', 'b', 'c', 'a']);
  });

  it('tries again after a failed load', async () => {
    let fails = true;
    const guard = createDuplicateGuard({
      load: async () => {
        if (fails) throw new Error('away');
        return [{ id: '1', text }];
      },
      ttlMs: 1000,
      maxOrganizations: 2,
    });
    const failure = await guard.check('a', null, text).catch((error: Error) => error.message);
    expect(failure).to.equal('away');
    fails = false;
    expect(await guard.check('a', null, text)).to.have.length(1);
  });

  it('has nothing to say of almost no text', async () => {
    const { guard } = guardOver({ a: [{ id: '1', text: '' }] });
    expect(await guard.check('a', null, '')).to.deep.equal([]);
    expect(await guard.check('a', null, '\ud800，。')).to.deep.equal([]);
  });
});
