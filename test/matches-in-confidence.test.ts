import { expect } from 'chai';
import { enterCapability } from './support/matching-rows.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

/** What an institute is told of pairs with its own capabilities, wherever it may ask. */
describe('a match that only confidential fields brought about', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let need: string;
  let open: string;
  let hinted: string;
  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
    open = await enterCapability(people.institute, {
      title: '铜电极低温焊接',
      abstract: '器件与铜电极的低温焊接方法，焊点不脱落。',
    });
    hinted = await enterCapability(people.institute, {
      title: '碲化铋热电材料',
      abstract: '碲化铋的区熔生长。',
    });
    await service.settled();
    need = await openNeed(people, {
      title: '器件焊接老是脱落',
      problem: '我们做碲化铋热电模块，和铜电极焊接以后半年就脱落。',
      confidential: { problem: 'assigned' },
    });
    await service.settled();
    for (const of of [open, hinted]) {
      const answer = await people.bureau.post(`/matches/${need}-${of}/decision`, {
        decision: 'shortlisted',
        note: '内部备注',
      });
      expect(answer.status).to.equal(200);
      expect(answer.body.rank, 'on the full list').to.be.above(0);
    }
  });
  after(() => service.close());

  const institute = (path: string) => people.institute.get(path);

  it('is not on the list of the need, and not in the list of what was shortlisted', async () => {
    const { items } = (await institute(`/needs/${need}/matches`)).body;
    const shown = items.map((one: { capability: { id: string } }) => one.capability.id);
    expect(shown).to.include(open).and.not.include(hinted);
    const told = (await institute('/matches/shortlisted')).body.items;
    expect(told.map(({ id }: { id: string }) => id)).to.deep.equal([`${need}-${open}`]);
  });

  it('answers by its id as if there were none, while an open one is there', async () => {
    const { status, body } = await institute(`/matches/${need}-${open}`);
    expect(status).to.equal(200);
    expect(body.decision).to.include({ decision: 'shortlisted', side: 'need' });
    expect((await institute(`/matches/${need}-${hinted}`)).status).to.equal(404);
    for (const client of [people.bureau, people.enterprise]) {
      expect((await client.get(`/matches/${need}-${hinted}`)).status).to.equal(200);
    }
  });

  it('is not told beside the open needs that come close, nor in answer to an own decision', async () => {
    const decided = async () => {
      const { items } = (await institute(`/capabilities/${hinted}/matches`)).body;
      const found = items.find((one: { need: { id: string } }) => one.need.id === need);
      return (found?.decisions ?? []).map((one: { side: string }) => one.side);
    };
    expect(await decided()).to.deep.equal([]);
    const body = { decision: 'refused', code: 'no_capacity' };
    const key = { 'idempotency-key': 'own' };
    for (const _ of ['first', 'repeated']) {
      const answer = await people.institute.post(`/matches/${need}-${hinted}/decision`, body, key);
      expect(answer.body.code ?? answer.body.rank).to.be.oneOf(['not_found', 0]);
      expect(JSON.stringify(answer.body)).to.not.match(/shortlisted|内部备注/);
    }
    expect(await decided()).to.not.include('need');
  });

  it('is nowhere while the lists are older than what became a secret', async () => {
    const later = await openNeed(people, {
      title: '热电器件焊接',
      problem: '碲化铋和铜电极焊接后脱落。',
    });
    await service.settled();
    const pair = `/matches/${later}-${hinted}`;
    await people.bureau.post(`${pair}/decision`, { decision: 'shortlisted' });
    expect((await institute(pair)).status).to.equal(200);
    await service.ctx.db.collection('needs').updateOne({ _id: later } as never, {
      $set: { confidential: { problem: 'assigned' } },
      $inc: { contentRevision: 1 },
    });
    expect((await institute(pair)).status).to.equal(404);
    expect((await institute(`/needs/${later}/matches`)).body.items).to.deep.equal([]);
    const told = (await institute('/matches/shortlisted')).body.items;
    expect(JSON.stringify(told)).to.not.include(later);
  });
});
