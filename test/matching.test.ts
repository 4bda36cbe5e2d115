import { expect } from 'chai';
import { openInProcessIndex } from '../src/features/matching/in-process-index.ts';
import { createMatchIndexer } from '../src/features/matching/match-indexer.ts';
import { capabilitySource, needSource } from '../src/features/matching/match-sources.ts';
import { createSegmenter } from '../src/features/matching/segmenter.ts';
import { capabilityTexts, enterCapability, eventually } from './support/matching-rows.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('matching', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let ids: Record<keyof typeof capabilityTexts, string>;
  let needId: string;

  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
    const { institute } = people;
    ids = {
      light: await enterCapability(institute, { ...capabilityTexts.light, externalId: 'L-1' }),
      steel: await enterCapability(institute, capabilityTexts.steel),
      fish: await enterCapability(institute, capabilityTexts.fish),
    };
    await service.settled();
    needId = await openNeed(people, {
      field: 'new_materials',
      indicators: [{ name: '氙灯老化', relation: '>=', value: 3000, unit: '小时' }],
    });
    await service.settled();
  });
  after(() => service.close());

  describe('GET /needs/:id/matches', () => {
    it('ranks the capabilities, with reasons whose passages are there', async () => {
      const { status, body } = await people.bureau.get(`/needs/${needId}/matches`);
      expect(status).to.equal(200);
      expect(body).to.include({ state: 'ready', rankerVersion: 'text-4' });
      const [first] = body.items;
      expect(first.rank).to.equal(1);
      expect(first.band).to.equal('strong');
      expect(first.capability).to.deep.include({ id: ids.light, externalId: 'L-1' });
      expect(first.capability.institute.id).to.equal(people.instituteId);
      const [asked] = first.indicators;
      expect(asked).to.deep.include({ name: '氙灯老化', relation: '>=', satisfaction: 'met' });
      expect(asked).to.deep.include({ value: 3000, unit: '小时', origin: 'stated' });
      const [{ start: from, end: to }] = asked.evidence;
      expect(capabilityTexts.light.abstract.slice(from, to)).to.equal('达到3500小时');
      const shares = first.reasons.reduce(
        (sum: number, one: { share: number }) => sum + one.share,
        0,
      );
      expect(shares).to.be.within(0.7, 1.001);
      const need = (await people.bureau.get(`/needs/${needId}`)).body;
      const bumper = first.reasons.find((one: { text: string }) => one.text.includes('“保险杠”'));
      for (const { field, start, end } of bumper.needSpans) {
        expect(need[field].slice(start, end)).to.equal('保险杠');
      }
      const { field, start, end } = bumper.capabilitySpans[0];
      expect(field).to.equal('abstract');
      expect(capabilityTexts.light.abstract.slice(start, end)).to.equal('保险杠');
    });

    it('reads what a text asks for, and shows where each side says it', async () => {
      const problem = '桩里钢筋锈没锈看不出来，要求读数距离不小于2 m，最好不用电池。';
      const id = await openNeed(people, { title: '码头桩基钢筋锈蚀', problem });
      await service.settled();
      const { body } = await people.bureau.get(`/needs/${id}/matches`);
      const match = body.items.find(
        (one: { capability: { id: string } }) => one.capability.id === ids.steel,
      );
      const [asked] = match.indicators;
      expect(asked).to.deep.include({ name: '读数距离', relation: '>=', value: 2, unit: 'm' });
      expect(asked).to.include({ satisfaction: 'unmet', origin: 'read' });
      const [wanted] = asked.needSpans;
      expect(wanted.field).to.equal('problem');
      expect(problem.slice(wanted.start, wanted.end)).to.equal('不小于2 m');
      const [given] = asked.evidence;
      expect(capabilityTexts.steel.abstract.slice(given.start, given.end)).to.equal('达到0.5 m');
    });

    it('keeps to the limit and refuses a wrong one', async () => {
      const { body } = await people.bureau.get(`/needs/${needId}/matches?limit=1`);
      expect(body.items).to.have.length(1);
      expect((await people.bureau.get(`/needs/${needId}/matches?limit=51`)).status).to.equal(400);
    });

    it('is pending for a need that is not open, and not there for those who do not see it', async () => {
      const draft = await people.enterprise.post('/needs', { title: '轴承', problem: '轴承老坏' });
      const path = `/needs/${draft.body.id}/matches`;
      expect((await people.enterprise.get(path)).body).to.deep.include({
        state: 'pending',
        items: [],
      });
      expect((await people.institute.get(path)).status).to.equal(404);
      const other = service.as({ roles: ['bureau'], district: '440305' });
      expect((await other.get(`/needs/${needId}/matches`)).status).to.equal(404);
      expect((await service.anonymous.get(`/needs/${needId}/matches`)).status).to.equal(401);
    });

    it('follows what changes: the need, a new capability, one withdrawn', async () => {
      const id = await openNeed(people, {
        title: '桩里钢筋锈没锈看不出来',
        problem: '码头桩基钢筋锈蚀。',
      });
      await service.settled();
      const top = async () =>
        (await people.bureau.get(`/needs/${id}/matches`)).body.items[0]?.capability.id;
      expect(await top()).to.equal(ids.steel);
      await people.enterprise.patch(`/needs/${id}`, {
        title: '河豚苗死',
        problem: '河豚苗开口期成活率低。',
      });
      await service.settled();
      expect(await top()).to.equal(ids.fish);
      const better = await enterCapability(people.institute, {
        title: '河豚苗开口期成活率',
        abstract: '提高河豚苗开口期成活率的办法。',
      });
      await eventually(top, (found) => found === better);
      await people.institute.post(`/capabilities/${better}/withdraw`);
      expect(await top()).to.equal(ids.fish);
    });
  });

  describe('GET /capabilities/:id/matches', () => {
    it('shows open needs by their public layer', async () => {
      const { status, body } = await people.institute.get(`/capabilities/${ids.light}/matches`);
      expect(status).to.equal(200);
      const [first] = body.items;
      expect(first.id).to.equal(`${needId}-${ids.light}`);
      expect(first.need).to.deep.equal({
        id: needId,
        title: '保险杠晒两年就发白',
        field: 'new_materials',
        district: '330206',
      });
      const forward = (await people.bureau.get(`/needs/${needId}/matches`)).body.items[0];
      // What the other tests entered since has moved the statistics a little.
      expect(first.score).to.be.closeTo(forward.score, 0.05);
    });

    it('is not there for those who do not see the capability', async () => {
      const own = await enterCapability(people.institute, {
        ...capabilityTexts.fish,
        visibility: 'organization',
      });
      expect((await people.enterprise.get(`/capabilities/${own}/matches`)).status).to.equal(404);
    });
  });

  describe('GET /matches/:id', () => {
    it('explains a pair, on the list or not', async () => {
      const path = `/matches/${needId}-${ids.light}`;
      const { body } = await people.bureau.get(path);
      expect(body).to.include({ id: `${needId}-${ids.light}`, rank: 1, band: 'strong' });
      expect(body.reasons).to.have.length.above(2);
      expect(body.actions).to.deep.equal(['decide']);
      const unlikely = await people.bureau.get(`/matches/${needId}-${ids.fish}`);
      expect(unlikely.status).to.equal(200);
    });

    it('is there for the institute of the capability, and for no other', async () => {
      const path = `/matches/${needId}-${ids.light}`;
      expect((await people.institute.get(path)).status).to.equal(200);
      const other = service.as({ roles: ['institute'], district: '330203', organizationId: 'x' });
      expect((await other.get(path)).status).to.equal(404);
      const far = service.as({ roles: ['bureau'], district: '330281' });
      expect((await far.get(path)).status).to.equal(404);
      expect((await people.bureau.get(`/matches/${needId}`)).status).to.equal(404);
    });
  });

  describe('POST /matches/:id/decision', () => {
    it('takes each side’s decision, shows the code to the other side and the note to one’s own', async () => {
      const id = `${needId}-${ids.light}`;
      const refused = await people.institute.post(`/matches/${id}/decision`, {
        decision: 'refused',
        code: 'price',
        note: '预算太低，不值得',
      });
      expect(refused.status).to.equal(200);
      expect(refused.body.decision).to.include({
        decision: 'refused',
        code: 'price',
        side: 'capability',
      });
      expect(refused.body.decision.note).to.equal('预算太低，不值得');
      await people.bureau.post(`/matches/${id}/decision`, {
        decision: 'shortlisted',
        note: '去谈',
      });
      const [item] = (await people.enterprise.get(`/needs/${needId}/matches`)).body.items;
      expect(item.decision).to.include({ decision: 'shortlisted', side: 'need', note: '去谈' });
      const theirs = item.decisions.find((one: { side: string }) => one.side === 'capability');
      expect(theirs).to.include({ decision: 'refused', code: 'price' });
      expect(theirs).to.not.have.property('note');
      const [mine] = (await people.institute.get(`/capabilities/${ids.light}/matches`)).body.items;
      expect(mine.decisions).to.have.length(2);
      expect(JSON.stringify(mine)).to.not.include('去谈');
    });

    it('refuses a refusal without a code, an unknown one, and fields that it does not know', async () => {
      const path = `/matches/${needId}-${ids.fish}/decision`;
      for (const body of [
        { decision: 'refused' },
        { decision: 'refused', code: 'because' },
        { decision: 'shortlisted', code: 'price' },
        { decision: 'shortlisted', rank: 1 },
        {},
      ]) {
        expect((await people.bureau.post(path, body)).status).to.equal(400);
      }
    });

    it('is for the two sides only', async () => {
      const path = `/matches/${needId}-${ids.fish}/decision`;
      const body = { decision: 'shortlisted' };
      expect((await people.broker.post(path, body)).status).to.equal(403);
      const other = service.as({ roles: ['institute'], organizationId: 'other' });
      expect((await other.post(path, body)).status).to.equal(403);
      const far = service.as({ roles: ['bureau'], district: '440305' });
      expect((await far.post(path, body)).status).to.equal(404);
      for (const id of ['nonsense', `${needId}-nobody`, `nobody-${ids.fish}`, `${needId}-a-b`]) {
        expect((await people.bureau.post(`/matches/${id}/decision`, body)).status).to.equal(404);
      }
    });

    it('happens once for one Idempotency-Key', async () => {
      const path = `/matches/${needId}-${ids.steel}/decision`;
      const headers = { 'idempotency-key': 'decide-1' };
      const body = { decision: 'refused', code: 'wrong_field' };
      const first = await people.bureau.post(path, body, headers);
      const again = await people.bureau.post(path, body, headers);
      expect(again.body).to.deep.equal(first.body);
      expect(again.headers.get('idempotency-replayed')).to.equal('true');
      const changed = await people.bureau.post(path, { decision: 'shortlisted' }, headers);
      expect(changed.status).to.equal(422);
    });

    it('takes two first decisions at once', async () => {
      const path = `/matches/${needId}-${ids.fish}/decision`;
      const answers = await Promise.all([
        people.bureau.post(path, { decision: 'shortlisted' }),
        people.institute.post(path, { decision: 'refused', code: 'no_capacity' }),
      ]);
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
      const { body } = await people.bureau.post(path, { decision: 'shortlisted' });
      expect(body.decisions).to.have.length(2);
    });
  });

  describe('GET /search', () => {
    const find = async (client: typeof people.bureau, query: string) =>
      (await client.get(`/search?${query}`)).body;

    it('finds capabilities with snippets and facets', async () => {
      const { items, total, facets } = await find(people.enterprise, 'q=钢筋锈蚀传感器');
      expect(items[0]).to.deep.include({ kind: 'capability', id: ids.steel });
      expect(items[0].snippet).to.include('钢筋');
      const [span] = items[0].snippetSpans;
      expect('钢筋锈蚀传感器').to.include(items[0].snippet.slice(span.start, span.end));
      expect(items[0]).to.include({ field: 'urban_social', stage: 'middle' });
      expect(items[0].institute.id).to.equal(people.instituteId);
      expect(total).to.be.at.least(1);
      expect(facets.field).to.have.property('urban_social', 1);
      expect(facets.institute[0]).to.include({ id: people.instituteId });
    });

    it('filters', async () => {
      const q = encodeURIComponent('河豚 钢筋 保险杠');
      const all = await find(people.enterprise, `q=${q}`);
      expect(all.items.length).to.be.at.least(3);
      const early = await find(people.enterprise, `q=${q}&stage=early&field=agriculture`);
      expect(early.items.map((one: { id: string }) => one.id)).to.include(ids.fish);
      expect(early.facets.stage).to.have.all.keys('early');
      const none = await find(people.enterprise, `q=${q}&organizationId=nobody`);
      expect(none.items).to.deep.equal([]);
    });

    it('leaves out what shares a single character with the question', async () => {
      const enter = (title: string) =>
        enterCapability(people.institute, { title, abstract: title });
      const seal = await enter('舱门密封圈');
      const edge = await enter('木板封边机');
      await service.settled();
      const seen = async (q: string) =>
        (await find(people.enterprise, `q=${q}`)).items.map((one: { id: string }) => one.id);
      expect(await seen('密封'))
        .to.include(seal)
        .and.not.include(edge);
      expect(await seen('封')).to.include.members([seal, edge]);
    });

    it('finds by a facet as many as it has counted', async () => {
      const q = `q=${encodeURIComponent('河豚 钢筋 保险杠 锈蚀监测')}`;
      const { facets, total } = await find(people.enterprise, q);
      const counts: [string, number][] = Object.entries(facets.field);
      expect(counts).to.have.length.greaterThan(1);
      for (const [field, count] of counts) {
        const narrowed = await find(people.enterprise, `${q}&field=${field}`);
        expect(narrowed.total, field).to.equal(count).and.at.most(total);
      }
    });

    it('keeps a district’s capability in its district', async () => {
      const id = await enterCapability(people.institute, {
        title: '海带加工废液利用',
        abstract: '海带废液提取。',
        visibility: 'district',
      });
      await service.settled();
      const far = service.as({ roles: ['broker'], district: '440305' });
      expect((await find(people.broker, 'q=海带')).items[0].id).to.equal(id);
      const seen = await find(far, 'q=海带');
      expect(seen).to.deep.include({ items: [], total: 0 });
    });

    it('finds open needs of the district, and of all districts for an institute', async () => {
      const q = `kind=need&q=${encodeURIComponent('保险杠发白')}`;
      for (const client of [people.bureau, people.broker, people.enterprise, people.institute]) {
        expect((await find(client, q)).items[0].id).to.equal(needId);
      }
      const far = service.as({ roles: ['broker'], district: '440305' });
      expect(await find(far, q)).to.deep.include({ items: [], total: 0 });
      const firm = service.as({ roles: ['enterprise'], organizationId: 'another-firm' });
      expect(await find(firm, q)).to.deep.include({ items: [], total: 0 });
    });

    it('refuses an empty or unknown query', async () => {
      for (const query of [
        '',
        'q=',
        'q=a&kind=person',
        'q=a&field=magic',
        'q=a&x=1',
        'q=a&limit=0',
      ]) {
        expect((await people.bureau.get(`/search?${query}`)).status, query).to.equal(400);
      }
    });

    it('forgets a need that is withdrawn', async () => {
      const id = await openNeed(people, { title: '螺旋藻采收', problem: '螺旋藻采收太慢。' });
      await service.settled();
      const q = `kind=need&q=${encodeURIComponent('螺旋藻')}`;
      expect((await find(people.institute, q)).items[0].id).to.equal(id);
      await people.enterprise.post(`/needs/${id}/withdraw`, {});
      await service.settled();
      expect(await find(people.institute, q)).to.deep.include({ items: [], total: 0 });
    });
  });

  describe('the index is a projection', () => {
    it('is made again from the store by the reconciler, and by a rebuild', async () => {
      const segmenter = createSegmenter();
      const capabilityIndex = await openInProcessIndex({ segmenter });
      const needIndex = await openInProcessIndex({ segmenter });
      const { needs, capabilities } = service.ctx.stores;
      const vectorsOf = async () => [];
      const indexer = createMatchIndexer({
        capabilities: {
          index: capabilityIndex,
          source: capabilitySource(capabilities),
          vectorsOf,
        },
        needs: { index: needIndex, source: needSource(needs), vectorsOf },
        clock: service.ctx.clock,
      });
      expect(await indexer.reconcile()).to.equal(true);
      const published = (await people.bureau.get('/capabilities?limit=100&status=published')).body
        .items;
      expect(await capabilityIndex.count()).to.equal(published.length);
      await capabilityIndex.remove([ids.light]);
      expect(await indexer.reconcile()).to.equal(false);
      expect(await capabilityIndex.count()).to.equal(published.length);
      const counts = await service.ctx.matchIndexer.rebuild();
      expect(counts.capabilities).to.equal(published.length);
    });
  });
});
