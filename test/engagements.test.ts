import { expect } from 'chai';
import { assignmentWhen, enterBroker } from './support/brokers.ts';
import {
  type EngagementPeople,
  engaged,
  enterEngagementPeople,
  ledNeed,
  moveThrough,
} from './support/engagement-rows.ts';
import { openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('engagements', () => {
  let service: Service;
  let people: EngagementPeople;

  before(async () => {
    service = await startService();
    people = await enterEngagementPeople(service);
  });
  after(() => service.close());

  const paths = (answer: { body: { errors: { path: string }[] } }) =>
    answer.body.errors.map((one) => one.path);
  const needOf = async (id: string) => (await people.bureau.get(`/needs/${id}`)).body;

  describe('POST /engagements', () => {
    it('brings a need and an institute together; the need follows', async () => {
      const needId = await ledNeed(people);
      const { instituteId, enterpriseId } = people;
      const made = await people.broker.post('/engagements', { needId, instituteId });
      expect(made.status).to.equal(201);
      expect(made.headers.get('location')).to.equal(`/api/v1/engagements/${made.body.id}`);
      expect(made.body).to.deep.include({
        needId,
        instituteId,
        enterpriseId,
        stage: 'introduced',
        brokerId: people.broker.actor!.id,
        shares: [],
        districts: ['330206'],
        revision: 1,
      });
      expect(made.body.turn).to.include({ side: 'broker', action: 'first_contact' });
      expect(made.body.timeline.map((one: { kind: string }) => one.kind)).to.eql(['created']);
      expect((await people.broker.get(`/engagements/${made.body.id}`)).body).to.eql(made.body);
      expect((await needOf(needId)).status).to.equal('engaged');
      expect((await people.institute.get(`/needs/${needId}`)).status).to.equal(200);
      expect((await people.farInstitute.get(`/needs/${needId}`)).status).to.equal(404);
    });

    it('takes one institute once, and another beside it', async () => {
      const needId = await ledNeed(people);
      const make = (instituteId: string, key = {}) =>
        people.broker.post('/engagements', { needId, instituteId }, key);
      const race = await Promise.all(Array.from({ length: 4 }, () => make(people.instituteId)));
      expect(race.map((one) => one.status).sort()).to.eql([201, 409, 409, 409]);
      const late = await make(people.instituteId);
      expect([late.status, late.body.code]).to.eql([409, 'already_exists']);
      const other = await make(people.farInstituteId);
      expect(other.status).to.equal(201);
      expect(other.body.districts).to.eql(['330206', '330203']);
      const first = race.find((one) => one.status === 201)!.body.id;
      await people.institute.post(`/engagements/${first}/stage`, { to: 'ended', code: 'price' });
      expect((await needOf(needId)).status).to.equal('engaged');
      expect((await make(people.instituteId)).status).to.equal(201);
    });

    it('is for the lead broker and the office of the need only', async () => {
      const asked = await openNeed(people);
      await assignmentWhen(people.bureau, asked, 'proposed');
      const early = { needId: asked, instituteId: people.instituteId };
      expect((await people.broker.post('/engagements', early)).status).to.equal(403);
      const needId = await ledNeed(people);
      const body = { needId, instituteId: people.instituteId };
      for (const [name, status] of [
        ['otherBroker', 403],
        ['enterprise', 403],
        ['institute', 403],
        ['strangerBureau', 404],
        ['bureau', 201],
      ] as const) {
        expect((await people[name].post('/engagements', body)).status, name).to.equal(status);
      }
    });

    it('refuses what cannot be, every field at once', async () => {
      const needId = await ledNeed(people);
      const wrong = await people.broker.post('/engagements', {
        needId: { $gt: '' },
        capabilityId: 3,
        colour: 'red',
      });
      expect(wrong.status).to.equal(400);
      expect(paths(wrong)).to.have.members(['needId', 'instituteId', 'capabilityId', 'colour']);
      const make = (more: object) =>
        people.broker.post('/engagements', { needId, instituteId: people.instituteId, ...more });
      expect(paths(await make({ instituteId: people.enterpriseId }))).to.eql(['instituteId']);
      expect(paths(await make({ capabilityId: 'none' }))).to.eql(['capabilityId']);
      expect((await make({ needId: 'none' })).status).to.equal(404);
      const closed = await ledNeed(people);
      await people.enterprise.post(`/needs/${closed}/withdraw`, {});
      // The office, since the broker's lead ends with the need at a time of its own.
      const late = await people.bureau.post('/engagements', {
        needId: closed,
        instituteId: people.instituteId,
      });
      expect([late.status, late.body.code]).to.eql([409, 'wrong_state']);
    });

    it('takes a capability of that institute', async () => {
      const needId = await ledNeed(people);
      const capability = await people.institute.post('/capabilities', {
        title: '耐候聚丙烯',
        abstract: '聚丙烯材料的耐候配方与老化机理研究,已用于户外制件。',
      });
      expect(capability.status).to.equal(201);
      const capabilityId = capability.body.id;
      const { instituteId, farInstituteId } = people;
      const other = await people.broker.post('/engagements', {
        needId,
        instituteId: farInstituteId,
        capabilityId,
      });
      expect(paths(other)).to.eql(['capabilityId']);
      const made = await people.broker.post('/engagements', { needId, instituteId, capabilityId });
      expect(made.body.capabilityId).to.equal(capabilityId);
    });

    it('happens once for one Idempotency-Key', async () => {
      const needId = await ledNeed(people);
      const body = { needId, instituteId: people.instituteId };
      const key = { 'idempotency-key': 'e1' };
      const [a, b] = await Promise.all([
        people.broker.post('/engagements', body, key),
        people.broker.post('/engagements', body, key),
      ]);
      expect([a.status, b.status]).to.eql([201, 201]);
      expect(a.body.id).to.equal(b.body.id);
      const reused = await people.broker.post(
        '/engagements',
        { ...body, instituteId: people.farInstituteId },
        key,
      );
      expect(reused.status).to.equal(422);
    });
  });

  describe('who sees it', () => {
    it('the parties, its brokers, and both offices; nobody else', async () => {
      const needId = await ledNeed(people);
      const instituteId = people.farInstituteId;
      const { id } = (await people.broker.post('/engagements', { needId, instituteId })).body;
      const sees = async (name: keyof EngagementPeople) => {
        const client = people[name] as typeof people.broker;
        const one = await client.get(`/engagements/${id}`);
        const many = await client.get(`/engagements?needId=${needId}`);
        expect(many.body.items.length, name).to.equal(one.status === 200 ? 1 : 0);
        return one.status;
      };
      for (const name of ['broker', 'enterprise', 'farInstitute', 'bureau', 'farBureau'] as const) {
        expect(await sees(name), name).to.equal(200);
      }
      for (const name of ['institute', 'otherBroker', 'strangerBureau'] as const) {
        expect(await sees(name), name).to.equal(404);
        const act = await people[name].post(`/engagements/${id}/stage`, { to: 'meeting' });
        expect(act.status, name).to.equal(404);
      }
      const shares = [{ brokerId: people.otherBroker.actor!.id, percent: 30 }];
      await people.broker.patch(`/engagements/${id}`, { shares });
      expect(await sees('otherBroker')).to.equal(200);
    });

    it('and the enterprise’s name by the layer that it is in', async () => {
      const known = async (id: string) => {
        const { body } = await people.institute.get(`/engagements/${id}`);
        expect(JSON.stringify(body).includes(people.enterpriseId)).to.equal('enterprise' in body);
        return body.enterprise?.name as string | undefined;
      };
      const layer = (name: string) => ({ confidential: { organization: name } });
      const open = await engaged(people, layer('public'));
      expect(await known(open)).to.match(/^enterprise/);

      const assigned = await engaged(people);
      expect(await known(assigned)).to.equal(undefined);
      const list = await people.institute.get('/engagements?limit=100');
      const row = list.body.items.find((one: { id: string }) => one.id === assigned);
      expect(row).not.to.have.property('enterpriseId');
      await moveThrough(people.broker, assigned, 'meeting');
      expect(await known(assigned)).to.match(/^enterprise/);
      await people.broker.post(`/engagements/${assigned}/stage`, { to: 'ended', code: 'price' });
      expect(await known(assigned)).to.match(/^enterprise/);

      const secret = await engaged(people, layer('nda'));
      await moveThrough(people.broker, secret, 'meeting', 'evaluating');
      expect(await known(secret)).to.equal(undefined);
      const at = '2026-03-02';
      await people.enterprise.post(`/engagements/${secret}/ndas`, { signedByEnterpriseAt: at });
      expect(await known(secret)).to.equal(undefined);
      await people.institute.post(`/engagements/${secret}/ndas`, { signedByInstituteAt: at });
      expect(await known(secret)).to.match(/^enterprise/);
    });
  });

  describe('PATCH /engagements/:id', () => {
    it('sets shares up to 100 percent, by the revision that was read', async () => {
      const id = await engaged(people);
      const third = await enterBroker(service, people.bureau, { capacity: 0 });
      const brokers = [people.broker.actor!.id, people.otherBroker.actor!.id, third.id];
      const shares = brokers.map((brokerId) => ({ brokerId, percent: 33.33 }));
      const path = `/engagements/${id}`;
      const set = await people.broker.patch(path, { shares }, { 'if-match': '"1"' });
      expect([set.status, set.body.revision]).to.eql([200, 2]);
      expect((await people.bureau.get(path)).body.shares).to.eql(shares);
      const late = await people.broker.patch(path, { shares: [] }, { 'if-match': '"1"' });
      expect([late.status, late.body.code]).to.eql([412, 'stale_revision']);
      for (const client of [people.enterprise, people.institute]) {
        const seen = await client.get(path);
        expect(seen.body).not.to.have.property('shares');
        expect(JSON.stringify(seen.body)).not.to.include(third.id);
        expect((await client.patch(path, { shares: [] })).status).to.equal(403);
      }
    });

    it('refuses shares that cannot be, all at once', async () => {
      const id = await engaged(people);
      const wrong = await people.broker.patch(`/engagements/${id}`, {
        shares: [
          { brokerId: 'b1', percent: 60 },
          { brokerId: 'b1', percent: 40.01 },
        ],
        stage: 'agreed',
      });
      const found = wrong.body.errors.map((one: { path: string; code: string }) => [
        one.path,
        one.code,
      ]);
      expect(found).to.have.deep.members([
        ['shares.1.brokerId', 'listed_twice'],
        ['shares', 'over_100_percent'],
        ['stage', 'unknown_field'],
      ]);
      const odd = await people.broker.patch(`/engagements/${id}`, {
        shares: [
          { brokerId: 'b1', percent: 0 },
          { brokerId: 'b2', percent: 0.001 },
          { brokerId: 'b3', percent: '9' },
        ],
      });
      const strangers = [people.institute.actor!.id, 'nobody', people.otherBroker.actor!.id];
      const unknown = await people.broker.patch(`/engagements/${id}`, {
        shares: strangers.map((brokerId) => ({ brokerId, percent: 5 })),
      });
      expect(paths(unknown)).to.eql(['shares.0.brokerId', 'shares.1.brokerId']);
      expect(paths(odd)).to.eql(['shares.0.percent', 'shares.1.percent', 'shares.2.percent']);
    });
  });

  describe('POST /engagements/:id/stage', () => {
    it('follows the table, and a stage that cannot follow is 409', async () => {
      const id = await engaged(people);
      const to = (stage: string, more = {}) =>
        people.broker.post(`/engagements/${id}/stage`, { to: stage, ...more });
      for (const stage of ['introduced', 'agreed', 'delivering', 'completed']) {
        const refused = await to(stage);
        expect([refused.status, refused.body.code], stage).to.eql([409, 'wrong_state']);
      }
      await moveThrough(people.broker, id, 'meeting', 'evaluating', 'meeting', 'negotiating');
      await moveThrough(people.bureau, id, 'agreed', 'delivering', 'completed');
      const { body } = await people.enterprise.get(`/engagements/${id}`);
      expect(body.stage).to.equal('completed');
      const stages = body.timeline.filter((one: { kind: string }) => one.kind === 'stage');
      expect(stages.at(-1)).to.deep.include({ from: 'delivering', to: 'completed' });
      expect(stages.at(-1).by).to.include({ side: 'bureau' });
    });

    it('ends with a code that the other side reads, and frees the need', async () => {
      const id = await engaged(people);
      const { needId } = (await people.broker.get(`/engagements/${id}`)).body;
      const end = (body: object) => people.institute.post(`/engagements/${id}/stage`, body);
      expect(paths(await end({ to: 'ended' }))).to.eql(['code']);
      expect(paths(await end({ to: 'meeting', code: 'price' }))).to.eql(['code']);
      expect(paths(await end({ to: 'gone', code: 'bored', note: 3 }))).to.have.members([
        'to',
        'code',
        'note',
      ]);
      expect((await end({ to: 'meeting' })).status).to.equal(403);
      const ended = await end({ to: 'ended', code: 'too_early', note: '还在实验室阶段' });
      expect(ended.status).to.equal(200);
      expect(ended.body).to.include({ stage: 'ended', endCode: 'too_early', turn: null });
      const seen = (await people.enterprise.get(`/engagements/${id}`)).body;
      expect(seen.timeline.at(-1)).to.include({ code: 'too_early', note: '还在实验室阶段' });
      expect((await needOf(needId)).status).to.equal('open');
      expect((await people.farInstitute.get(`/needs/${needId}`)).status).to.equal(200);
      const again = await end({ to: 'ended', code: 'price' });
      expect([again.status, again.body.code]).to.eql([409, 'wrong_state']);
      const meet = await people.broker.post(`/engagements/${id}/meetings`, {
        at: '2026-03-02T02:00:00Z',
      });
      expect([meet.status, meet.body.code]).to.eql([409, 'engagement_ended']);
    });

    it('lets one of two who move at the same time win', async () => {
      const id = await engaged(people);
      const moves = await Promise.all(
        Array.from({ length: 4 }, () =>
          people.broker.post(`/engagements/${id}/stage`, { to: 'meeting' }),
        ),
      );
      expect(moves.map((one) => one.status).sort()).to.eql([200, 409, 409, 409]);
      const stale = await people.broker.post(
        `/engagements/${id}/stage`,
        { to: 'evaluating' },
        { 'if-match': '"1"' },
      );
      expect(stale.status).to.equal(412);
    });
  });

  describe('GET /engagements', () => {
    it('finds by field and words what the reader may read, and no more', async () => {
      const id = await engaged(people, {
        title: '低温轴承钢的断裂韧性',
        field: 'new_materials',
        confidential: { title: 'assigned', field: 'assigned' },
      });
      const open = await engaged(people, { title: '低温阀门密封', field: 'new_energy' });
      const ids = async (client: typeof people.broker, query: string) =>
        (await client.get(`/engagements?limit=100&${query}`)).body.items.map(
          (one: { id: string }) => one.id,
        ) as string[];
      const word = `q=${encodeURIComponent('低温')}`;
      expect(await ids(people.broker, word)).to.have.members([id, open]);
      expect(await ids(people.broker, `${word}&field=new_materials`)).to.eql([id]);
      expect(await ids(people.institute, word)).to.eql([open]);
      expect(await ids(people.institute, `${word}&field=new_materials`)).to.eql([]);
      // Page by page it is the same rows in the same order, however far apart they are.
      for (let at = 0; at < 6; at++) await engaged(people, { title: `别的题目 ${at}` });
      await engaged(people, { title: '低温焊丝' });
      for (const sort of ['-id', 'nextDue']) {
        const all = await ids(people.broker, `${word}&sort=${sort}`);
        const paged: string[] = [];
        let cursor = '';
        do {
          const page = `/engagements?limit=1&sort=${sort}&${word}${cursor}`;
          const { items, nextCursor } = (await people.broker.get(page)).body;
          expect(items, 'no empty page on the way').to.have.length(1);
          paged.push(items[0].id);
          cursor = nextCursor && `&cursor=${nextCursor}`;
        } while (cursor);
        expect(all.length).to.be.at.least(3);
        expect(paged).to.deep.equal(all);
      }
      const { body } = await people.broker.get(`/engagements/${id}`);
      expect(body.need.field).to.equal('new_materials');
      const { enterprise, institute } = body;
      const named = (name: string) => `q=${encodeURIComponent(name)}`;
      expect(await ids(people.broker, named(enterprise.name))).to.include(id);
      // Of other engagements it may know the firm by now.
      const byFirm = await ids(people.institute, named(enterprise.name));
      expect(byFirm.filter((one) => one === id || one === open)).to.eql([]);
      expect(await ids(people.institute, named(institute.name))).to.include(open);
    });

    it('filters by stage, need, whose it is and what is overdue', async () => {
      const id = await engaged(people);
      const mine = await openNeed(people);
      const other = await people.bureau.post('/engagements', {
        needId: mine,
        instituteId: people.instituteId,
      });
      expect(other.status).to.equal(201);
      await people.broker.post(`/engagements/${id}/meetings`, {
        at: '2026-03-02T10:00:00+08:00',
        nextSteps: [{ text: '寄样', ownerSide: 'enterprise', due: '2026-03-05' }],
      });
      const ids = async (client: typeof people.broker, query: string) => {
        const { body, status } = await client.get(`/engagements?limit=100&${query}`);
        expect(status, JSON.stringify(body)).to.equal(200);
        return body.items.map((one: { id: string }) => one.id) as string[];
      };
      expect(await ids(people.broker, 'mine=true')).to.include(id);
      expect(await ids(people.bureau, 'mine=true')).to.eql([]);
      expect(await ids(people.bureau, 'mine=false')).to.include.members([id, other.body.id]);
      expect(await ids(people.bureau, 'overdue=true')).to.eql([id]);
      expect(await ids(people.bureau, 'overdue=false'))
        .to.include(other.body.id)
        .and.not.include(id);
      expect(await ids(people.bureau, `needId=${mine}&stage=introduced`)).to.eql([other.body.id]);
      expect(await ids(people.bureau, `needId=${mine}&stage=meeting`)).to.eql([]);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query: string = `limit=3&sort=nextDue${cursor && `&cursor=${cursor}`}`;
        const { body } = await people.bureau.get(`/engagements?${query}`);
        seen.push(...body.items.map((one: { id: string }) => one.id));
        cursor = body.nextCursor;
      }
      expect(seen)
        .to.have.members(await ids(people.bureau, ''))
        .and.include(id);
      const wrong = await people.bureau.get('/engagements?stage=x&overdue=1&needId[$ne]=x');
      expect(paths(wrong)).to.have.members(['stage', 'overdue', 'needId[$ne]']);
      const page = await people.bureau.get('/engagements?limit=1');
      expect(page.body.items[0]).not.to.have.property('timeline');
    });
  });
});
