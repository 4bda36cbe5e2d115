import { expect } from 'chai';
import { createActorCache } from './actor-cache.ts';

const actor = { id: 'p1', name: 'p1', roles: [], district: '330206' } as const;
const later = new Date(8640000000000000);

describe('actor cache', () => {
  let time = 0;
  let reads = 0;
  const read = (expiresAt = later) => {
    reads += 1;
    return Promise.resolve({ actor, expiresAt });
  };
  beforeEach(() => {
    time = 0;
    reads = 0;
  });

  it('reads once in five seconds', async () => {
    const cache = createActorCache(() => time);
    expect(await cache.get('k', read)).to.equal(actor);
    time = 4_999;
    await cache.get('k', read);
    expect(reads).to.equal(1);
    time = 5_000;
    await cache.get('k', read);
    expect(reads).to.equal(2);
  });

  it('never outlives the session, and keeps no stranger', async () => {
    const cache = createActorCache(() => time);
    await cache.get('k', () => read(new Date(1_000)));
    time = 1_000;
    expect(await cache.get('k', async () => null)).to.equal(null);
    expect(await cache.get('k', read)).to.equal(actor);
  });

  it('forgets a person or a key at once, also while it is being read', async () => {
    const cache = createActorCache(() => time);
    await cache.get('k', read);
    cache.forgetPerson('p1');
    expect(await cache.get('k', async () => null)).to.equal(null);
    await cache.get('k', async () => {
      cache.forgetPerson('p1');
      return read();
    });
    expect(await cache.get('k', async () => null)).to.equal(null);
    await cache.get('k', read);
    cache.forget('k');
    expect(await cache.get('k', async () => null)).to.equal(null);
  });

  it('stays bounded', async () => {
    const cache = createActorCache(() => time);
    for (let i = 0; i < 5_001; i++) await cache.get(`k${i}`, read);
    expect(await cache.get('k0', async () => null)).to.equal(null);
    expect(await cache.get('k5000', async () => null)).to.equal(actor);
  });
});
