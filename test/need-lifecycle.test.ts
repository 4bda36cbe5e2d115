import { expect } from 'chai';
import fc from 'fast-check';
import { systemActor } from '../src/access/actor.ts';
import { addDays, shanghaiDate } from '../src/calendar/dates.ts';
import { addWorkingDays } from '../src/calendar/working-days.ts';
import { canFollow, type NeedAction, statusAfter } from '../src/features/needs/need.ts';
import type { CloseCode, NeedStatus } from '../src/vocabulary.ts';
import type { Client } from './support/client.ts';
import { aNeed, enterNeedPeople, enterOrganization, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('the life of a need', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let stranger: Awaited<ReturnType<typeof enterNeedPeople>>;
  let now = new Date('2026-03-02T02:00:00Z');

  before(async () => {
    service = await startService({ overrides: { clock: { now: () => now } } });
    people = await enterNeedPeople(service);
    stranger = await enterNeedPeople(service, '330203');
  });
  beforeEach(() => {
    now = new Date('2026-03-02T02:00:00Z');
  });
  after(() => service.close());

  const post = async (fields = {}, by = people.enterprise) => {
    const answer = await by.post('/needs', { ...aNeed, ...fields });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body;
  };
  const see = async (id: string, by: Client = people.enterprise) =>
    (await by.get(`/needs/${id}`)).body;
  const paths = (answer: { body: { errors: { path: string }[] } }) =>
    answer.body.errors.map((one) => one.path);
  const inbox = async (client: Client, id: string) => {
    await service.settled();
    const { body } = await client.get('/notifications?limit=100');
    return body.items
      .filter((one: { subject: { id: string } }) => one.subject.id === id)
      .map((one: { kind: string }) => one.kind)
      .reverse() as string[];
  };

  describe('posting', () => {
    it('keeps every field as it was stated', async () => {
      const stated = {
        ...aNeed,
        field: 'new_materials',
        industry: 'C2929',
        product: '保险杠',
        process: '注塑',
        tried: '加过钛白粉',
        indicators: [
          { name: '色差', relation: '<=', value: 3, unit: 'ΔE', condition: '氙灯 3000 小时' },
          { name: '厚度', relation: 'between', value: [2.5, 3], unit: 'mm' },
        ],
        budgetFen: 80_000_000,
        deadline: '2026-12-31',
        cooperationModes: ['commissioned', 'joint'],
        confidential: { budgetFen: 'nda', product: 'assigned' },
        externalId: 'N-1',
      };
      const made = await post(stated);
      expect(made).to.deep.include({ ...stated, status: 'draft', hidden: [] });
      expect(made.turn).to.deep.equal({ side: 'enterprise', action: 'submit' });
      expect(made.clarity.score).to.be.within(0, 100);
      expect(await see(made.id)).to.deep.equal(made);
      const twice = await people.enterprise.post('/needs', { ...aNeed, externalId: 'N-1' });
      expect([twice.status, twice.body.code]).to.eql([409, 'already_exists']);
    });

    it('refuses every wrong field at once', async () => {
      const wrong = await people.enterprise.post('/needs', {
        title: 'x'.repeat(121),
        problem: '  ',
        field: 'magic',
        industry: '29',
        indicators: [
          { name: '', relation: '~', value: 'x', unit: 1 },
          { name: '厚度', relation: 'between', value: 3, unit: 'mm' },
          { name: '厚度', relation: 'between', value: [3, 2], unit: 'mm' },
        ],
        budgetFen: -1,
        deadline: '2026-02-29',
        cooperationModes: ['gift'],
        confidential: { title: 'secret', status: 'public' },
        status: 'open',
      });
      expect(wrong.status).to.equal(400);
      expect(paths(wrong)).to.include.members([
        'title',
        'problem',
        'field',
        'industry',
        'indicators.0.name',
        'indicators.0.relation',
        'indicators.0.unit',
        'indicators.1.value',
        'indicators.2.value',
        'budgetFen',
        'deadline',
        'cooperationModes.0',
        'confidential.title',
        'status',
      ]);
      for (const budgetFen of [0.5, '1', 2 ** 53, null]) {
        const odd = await people.enterprise.post('/needs', { ...aNeed, budgetFen });
        expect([...new Set(paths(odd))]).to.eql(['budgetFen']);
      }
    });

    it('is for firms, and for brokers and the bureau on their behalf', async () => {
      const body = { ...aNeed, organizationId: people.enterpriseId };
      expect((await people.institute.post('/needs', body)).status).to.equal(403);
      for (const by of [people.broker, people.bureau]) {
        const made = await by.post('/needs', body);
        expect(made.status).to.equal(201);
        expect(made.body).to.deep.include({ onBehalf: {}, organizationId: people.enterpriseId });
        expect(paths(await by.post('/needs', aNeed))).to.eql(['organizationId']);
        for (const organizationId of [stranger.enterpriseId, people.instituteId, 'none']) {
          expect(paths(await by.post('/needs', { ...aNeed, organizationId }))).to.eql([
            'organizationId',
          ]);
        }
      }
      const other = { ...aNeed, organizationId: stranger.enterpriseId };
      expect((await people.enterprise.post('/needs', other)).status).to.equal(403);
    });

    it('on behalf wants the firm’s word before it is taken in', async () => {
      const made = await post({ organizationId: people.enterpriseId }, people.broker);
      expect(await inbox(people.enterprise, made.id)).to.eql(['need.confirm_wanted']);
      const submitted = await people.broker.post(`/needs/${made.id}/submit`);
      expect(submitted.body.turn).to.include({ side: 'enterprise', action: 'confirm' });
      const early = await people.bureau.post(`/needs/${made.id}/vet`, { decision: 'accepted' });
      expect([early.status, early.body.code]).to.eql([409, 'not_confirmed']);
      for (const by of [people.broker, people.bureau]) {
        expect((await by.post(`/needs/${made.id}/confirm`)).status).to.equal(403);
      }
      const confirmed = await people.enterprise.post(`/needs/${made.id}/confirm`);
      expect(confirmed.body.onBehalf.confirmedAt).to.equal(now.toISOString());
      expect(confirmed.body.turn).to.include({ side: 'bureau', action: 'vet' });
      expect(await inbox(people.broker, made.id)).to.eql(['need.confirmed']);
      expect(await inbox(people.bureau, made.id)).to.eql(['need.submitted']);
      const vetted = await people.bureau.post(`/needs/${made.id}/vet`, { decision: 'accepted' });
      expect(vetted.body.status).to.equal('open');
      const own = await post();
      const none = await people.enterprise.post(`/needs/${own.id}/confirm`);
      expect([none.status, none.body.code]).to.eql([409, 'not_on_behalf']);
    });
  });

  describe('changing', () => {
    it('is the owner’s, by the revision that was read', async () => {
      const { id } = await post({ tried: '换过料' });
      const path = `/needs/${id}`;
      const more = { problem: '改过的问题', budgetFen: 5, tried: null };
      const changed = await people.enterprise.patch(path, more, { 'if-match': '"1"' });
      expect(changed.status).to.equal(200);
      expect(changed.body).to.include({ problem: '改过的问题', budgetFen: 5, revision: 2 });
      expect(changed.body).not.to.have.property('tried');
      expect(await see(id)).to.deep.equal(changed.body);
      const late = await people.enterprise.patch(path, { budgetFen: 6 }, { 'if-match': '"1"' });
      expect([late.status, late.body.code]).to.eql([412, 'stale_revision']);
      const wrong = await people.enterprise.patch(path, {
        budgetFen: 1.5,
        problem: null,
        status: 'open',
        organizationId: 'x',
      });
      expect(paths(wrong)).to.have.members(['budgetFen', 'problem', 'status', 'organizationId']);
      await people.enterprise.post(`${path}/submit`);
      expect((await people.broker.patch(path, { budgetFen: 1 })).status).to.equal(403);
      expect((await people.institute.patch(path, { budgetFen: 1 })).status).to.equal(404);
      await people.enterprise.post(`${path}/withdraw`, {});
      const closed = await people.enterprise.patch(path, { budgetFen: 1 });
      expect([closed.status, closed.body.code]).to.eql([409, 'wrong_state']);
    });
  });

  describe('vetting', () => {
    const submitted = async () => {
      const { id } = await post();
      const answer = await people.enterprise.post(`/needs/${id}/submit`);
      expect(answer.body).to.include({ status: 'submitted', submittedAt: now.toISOString() });
      return id as string;
    };

    it('is due in working days, and takes the need in for a term', async () => {
      const id = await submitted();
      const { turn } = await see(id);
      expect(turn).to.eql({ side: 'bureau', action: 'vet', due: addWorkingDays(now, 3) });
      expect(await inbox(people.bureau, id)).to.eql(['need.submitted']);
      const vetted = await people.bureau.post(`/needs/${id}/vet`, {
        decision: 'accepted',
        note: '清楚',
      });
      expect(vetted.body).to.include({
        status: 'open',
        expiresOn: addDays(shanghaiDate(now), 180),
      });
      expect(vetted.body.vetting).to.deep.equal({
        decision: 'accepted',
        at: now.toISOString(),
        note: '清楚',
      });
      expect(await see(id, people.bureau)).to.deep.include({ status: 'open' });
      expect(await inbox(people.enterprise, id)).to.eql(['need.vetted']);
    });

    it('refuses with a code, which the poster hears', async () => {
      const id = await submitted();
      const path = `/needs/${id}/vet`;
      expect(paths(await people.bureau.post(path, { decision: 'refused' }))).to.eql(['code']);
      expect(paths(await people.bureau.post(path, { decision: 'maybe' }))).to.eql(['decision']);
      const both = await people.bureau.post(path, { decision: 'accepted', code: 'price', x: 1 });
      expect(paths(both)).to.have.members(['code', 'x']);
      const refused = await people.bureau.post(path, {
        decision: 'refused',
        code: 'benefit_unclear',
      });
      expect(refused.body).to.include({ status: 'closed', closeCode: 'refused', turn: null });
      expect((await see(id)).vetting).to.include({ code: 'benefit_unclear' });
      expect(await inbox(people.enterprise, id)).to.eql(['need.vetted']);
      const { body } = await people.enterprise.get('/notifications?limit=1');
      expect(body.items[0].params).to.eql({ decision: 'refused', code: 'benefit_unclear' });
    });

    it('is done by a second reader of the district', async () => {
      const id = await submitted();
      const vet = (by: Client, which = id) =>
        by.post(`/needs/${which}/vet`, { decision: 'accepted' });
      expect((await vet(people.enterprise)).status).to.equal(403);
      expect((await vet(people.institute)).status).to.equal(403);
      expect((await vet(stranger.bureau)).status).to.equal(404);
      expect((await vet(stranger.broker)).status).to.equal(404);
      const own = await post({ organizationId: people.enterpriseId }, people.bureau);
      await people.bureau.post(`/needs/${own.id}/submit`);
      await people.enterprise.post(`/needs/${own.id}/confirm`);
      expect((await vet(people.bureau, own.id)).status).to.equal(403);
      expect((await vet(people.broker, own.id)).status).to.equal(200);
      expect((await vet(people.broker)).status).to.equal(200);
      const again = await vet(people.bureau);
      expect([again.status, again.body.code]).to.eql([409, 'wrong_state']);
    });

    it('lets one of two readers win', async () => {
      const id = await submitted();
      const reader = service.as({ roles: ['bureau'] });
      const [a, b] = await Promise.all([
        people.bureau.post(`/needs/${id}/vet`, { decision: 'accepted' }),
        reader.post(`/needs/${id}/vet`, { decision: 'refused', code: 'other' }),
      ]);
      expect([a.status, b.status].sort()).to.eql([200, 409]);
      const seen = await see(id);
      expect(seen.status).to.equal(a.status === 200 ? 'open' : 'closed');
      expect(seen.vetting.decision).to.equal(a.status === 200 ? 'accepted' : 'refused');
    });

    it('happens once for one Idempotency-Key', async () => {
      const id = await submitted();
      const key = { 'idempotency-key': `vet-${id}` };
      const path = `/needs/${id}/vet`;
      const first = await people.bureau.post(path, { decision: 'accepted' }, key);
      const again = await people.bureau.post(path, { decision: 'accepted' }, key);
      expect(again.status).to.equal(200);
      expect(again.body).to.deep.equal(first.body);
      const other = { decision: 'refused', code: 'other' };
      expect((await people.bureau.post(path, other, key)).status).to.equal(422);
    });
  });

  describe('ending', () => {
    it('withdraws, closes with a code, and tells those who wait', async () => {
      const withdrawn = await openNeed(people);
      expect((await people.broker.post(`/needs/${withdrawn}/withdraw`, {})).status).to.equal(403);
      const answer = await people.enterprise.post(`/needs/${withdrawn}/withdraw`, {
        note: '自己解决了',
      });
      expect(answer.body).to.include({ status: 'closed', closeCode: 'withdrawn' });
      expect(answer.body.closedAt).to.equal(now.toISOString());
      expect(await inbox(people.enterprise, withdrawn)).to.include('need.closed');

      const closed = await openNeed(people);
      const close = (by: Client, body: object) => by.post(`/needs/${closed}/close`, body);
      expect(paths(await close(people.enterprise, { code: 'bored', x: 1 }))).to.have.members([
        'code',
        'x',
      ]);
      expect(paths(await close(people.enterprise, {}))).to.eql(['code']);
      expect((await close(people.broker, { code: 'solved' })).status).to.equal(403);
      expect((await close(people.institute, { code: 'solved' })).status).to.equal(403);
      expect((await close(stranger.enterprise, { code: 'solved' })).status).to.equal(404);
      expect((await close(people.bureau, { code: 'solved' })).body.closeCode).to.equal('solved');
      expect((await close(people.bureau, { code: 'solved' })).status).to.equal(409);
    });

    it('expires by itself after its last day, reminded two weeks before; renewing revives', async () => {
      const id = await openNeed(people);
      const { expiresOn } = await see(id);
      const at = (date: string) => new Date(`${date}T09:00:00+08:00`);
      const pass = async (date: string) => {
        now = at(date);
        await service.ctx.reconciler.run();
        return (await inbox(people.enterprise, id)).filter((kind) => kind !== 'need.vetted');
      };
      expect(await pass(addDays(expiresOn, -15))).to.eql([]);
      expect(await pass(addDays(expiresOn, -14))).to.eql(['need.expires_soon']);
      expect(await pass(expiresOn)).to.eql(['need.expires_soon']);
      expect((await see(id)).status).to.equal('open');
      const after = await pass(addDays(expiresOn, 1));
      expect(after).to.eql(['need.expires_soon', 'need.closed']);
      expect(await see(id)).to.include({ status: 'closed', closeCode: 'expired' });
      expect((await people.broker.post(`/needs/${id}/renew`)).status).to.equal(403);
      const revived = await people.enterprise.post(`/needs/${id}/renew`);
      expect(revived.body.status).to.equal('open');
      expect(revived.body).not.to.have.any.keys('closeCode', 'closedAt');
      expect(revived.body.expiresOn).to.equal(addDays(shanghaiDate(now), 180));
      const again = await pass(addDays(revived.body.expiresOn, -3));
      expect(again.filter((kind) => kind === 'need.expires_soon')).to.have.length(2);
      const gone = await openNeed(people);
      await people.enterprise.post(`/needs/${gone}/withdraw`, {});
      const late = await people.enterprise.post(`/needs/${gone}/renew`);
      expect([late.status, late.body.code]).to.eql([409, 'wrong_state']);
    });
  });

  describe('what each reader sees', () => {
    const secret = {
      title: '甲配方老化',
      tried: '试过乙助剂',
      budgetFen: 12_345,
      field: 'nuclear',
      product: '丙制件',
      confidential: { title: 'assigned', tried: 'nda', budgetFen: 'nda', field: 'assigned' },
    };
    const words = /甲配方|乙助剂|12345|nuclear/;

    it('in one need and in lists, by layer', async () => {
      const id = await openNeed(people, secret);
      const everything = await see(id);
      expect(everything.hidden).to.eql([]);
      for (const by of [people.enterprise, people.bureau]) {
        expect(await see(id, by)).to.deep.include({ ...secret, hidden: [] });
      }
      for (const by of [people.institute, stranger.institute, people.broker]) {
        const one = await by.get(`/needs/${id}`);
        expect(one.status).to.equal(200);
        const list = await by.get('/needs?limit=100&status=open');
        const row = list.body.items.find((need: { id: string }) => need.id === id);
        for (const body of [one.body, row]) {
          expect(JSON.stringify({ ...body, hidden: [] })).not.to.match(words);
          expect(body.hidden).to.have.members([
            'title',
            'tried',
            'budgetFen',
            'field',
            'organization',
          ]);
          expect(body).to.not.have.any.keys('organizationId', 'confidential', 'duplicates');
          expect(body.product).to.equal('丙制件');
        }
      }
      for (const by of [stranger.enterprise, stranger.bureau, stranger.broker]) {
        expect((await by.get(`/needs/${id}`)).status).to.equal(404);
      }
      const { broker } = people;
      const cmd = { actor: systemActor('330206'), at: now };
      await service.ctx.needs.follow(cmd, id, { brokerId: broker.actor!.id });
      expect((await see(id, broker)).hidden).to.eql([]);
      await service.ctx.needs.follow(cmd, id, { ndaInstituteIds: [people.instituteId] });
      expect((await see(id, people.institute)).hidden).to.have.members([
        'title',
        'field',
        'organization',
      ]);
      expect((await see(id, stranger.institute)).hidden).to.include('tried');
    });

    it('and no filter tells what a layer hides', async () => {
      const id = await openNeed(people, { ...secret, externalId: 'S-1' });
      const found = async (by: Client, query: string) => {
        const { body, status } = await by.get(`/needs?limit=100&${query}`);
        expect(status, JSON.stringify(body)).to.equal(200);
        return body.items.some((need: { id: string }) => need.id === id);
      };
      const queries = ['field=nuclear', `organizationId=${people.enterpriseId}`, 'externalId=S-1'];
      for (const query of queries) {
        expect(await found(people.enterprise, query), query).to.equal(true);
        expect(await found(people.bureau, query), query).to.equal(true);
        for (const by of [people.institute, stranger.institute, people.broker]) {
          expect(await found(by, query), query).to.equal(false);
        }
      }
      const open = await openNeed(people, {
        field: 'nuclear',
        confidential: { organization: 'public' },
      });
      const { body } = await people.institute.get(
        `/needs?limit=100&field=nuclear&organizationId=${people.enterpriseId}`,
      );
      expect(body.items.map((need: { id: string }) => need.id)).to.eql([open]);
    });

    it('filters and pages within what is in sight', async () => {
      const firm = await enterOrganization(people.bureau, {
        kind: 'enterprise',
        district: '330206',
      });
      const member = service.as({ roles: ['enterprise'], organizationId: firm });
      const made: string[] = [];
      for (let n = 0; n < 5; n++) made.push((await post({ externalId: `P-${n}` }, member)).id);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query: string = `limit=2&sort=id&status=draft${cursor && `&cursor=${cursor}`}`;
        const { body } = await member.get(`/needs?${query}`);
        seen.push(...body.items.map((need: { id: string }) => need.id));
        cursor = body.nextCursor;
      }
      expect(seen).to.deep.equal(made);
      const { body } = await member.get('/needs?externalId=P-3');
      expect(body.items.map((need: { id: string }) => need.id)).to.eql([made[3]]);
      const drafts = await people.broker.get('/needs?status=draft&limit=100');
      const ids = drafts.body.items.map((need: { id: string }) => need.id);
      expect(ids.filter((id: string) => made.includes(id))).to.eql([]);
    });
  });
});

describe('the states of a need', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;

  before(async () => {
    service = await startService({ work: false });
    people = await enterNeedPeople(service);
  });
  after(() => service.close());

  const system = (at = new Date()) => ({ actor: systemActor('330206'), at });
  const later = () => new Date(Date.now() + 2 * 365 * 86_400_000);
  const status = (error: unknown) => {
    const { status } = error as { status?: number };
    if (status === undefined) throw error;
    return status;
  };
  const door = (by: Client, id: string, path: string, body?: object) =>
    by.post(`/needs/${id}/${path}`, body).then((answer) => answer.status);

  /** Each action as it comes about; those of the system come from other documents and clocks. */
  const acts: Record<NeedAction, (id: string) => Promise<number>> = {
    submit: (id) => door(people.enterprise, id, 'submit'),
    confirm: async () => 409,
    accept: (id) => door(people.bureau, id, 'vet', { decision: 'accepted' }),
    refuse: (id) => door(people.bureau, id, 'vet', { decision: 'refused', code: 'other' }),
    update: async (id) => (await people.enterprise.patch(`/needs/${id}`, { budgetFen: 1 })).status,
    withdraw: (id) => door(people.enterprise, id, 'withdraw', {}),
    renew: (id) => door(people.enterprise, id, 'renew'),
    revive: (id) => door(people.enterprise, id, 'renew'),
    close: (id) => door(people.bureau, id, 'close', { code: 'solved' }),
    expire: (id) => service.ctx.needs.expire(system(later()), id).then(() => 200, status),
    engage: (id) => service.ctx.needs.follow(system(), id, { action: 'engage' }).then(() => 200),
    release: (id) => service.ctx.needs.follow(system(), id, { action: 'release' }).then(() => 200),
    contract: (id) =>
      service.ctx.needs.follow(system(), id, { action: 'contract' }).then(() => 200),
  };
  const followed: readonly NeedAction[] = ['engage', 'release', 'contract'];
  const codes: Partial<Record<NeedAction, CloseCode>> = {
    refuse: 'refused',
    withdraw: 'withdrawn',
    close: 'solved',
    expire: 'expired',
  };

  /** What the table says: `renew` and `revive` are one call, told apart by the state. */
  function expected(now: NeedStatus, code: CloseCode | undefined, action: NeedAction) {
    const same = action === 'renew' || action === 'revive';
    const meant = same ? (now === 'closed' && code === 'expired' ? 'revive' : 'renew') : action;
    if (action === 'confirm') return null;
    return canFollow(now, meant) ? statusAfter(now, meant) : null;
  }

  it('go the way of the table on every walk', async function () {
    this.timeout(120_000);
    const walk = fc.array(fc.constantFrom(...(Object.keys(acts) as NeedAction[])), {
      minLength: 3,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(walk, async (actions) => {
        const { body } = await people.enterprise.post('/needs', aNeed);
        let now: NeedStatus = 'draft';
        let code: CloseCode | undefined;
        for (const action of ['submit', 'accept', ...actions] as NeedAction[]) {
          const next = expected(now, code, action);
          const answered = await acts[action](body.id);
          if (!followed.includes(action)) {
            expect(answered, `${action} from ${now}`).to.equal(next === null ? 409 : 200);
          }
          if (next !== null && next !== now) {
            code = next === 'closed' ? codes[action] : undefined;
            now = next;
          }
          const seen = (await people.enterprise.get(`/needs/${body.id}`)).body;
          expect([seen.status, seen.closeCode], `after ${action}`).to.eql([now, code]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
