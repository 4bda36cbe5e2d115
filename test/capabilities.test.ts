import { expect } from 'chai';
import { unscoped } from '../src/access/actor.ts';
import { aCapability } from './support/capability-rows.ts';
import { enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('capabilities', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let away: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService({ work: false });
    people = await enterNeedPeople(service);
    away = await enterNeedPeople(service, '330212');
  });
  after(() => service.close());

  const enter = async (fields: object = {}, by = people.institute) => {
    const answer = await by.post('/capabilities', { ...aCapability, ...fields });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body;
  };

  it('enters an institute’s own capability with every field, and reads it back', async () => {
    const given = {
      ...aCapability,
      keywords: ['聚丙烯', '光稳定剂'],
      field: 'new_materials',
      stage: 'middle',
      trl: 6,
      ip: [{ type: '发明专利', number: 'ZL202010000000.1', state: '有效', holder: '某研究所' }],
      experts: ['陈工'],
      equipment: ['氙灯老化箱'],
      cases: ['某车型保险杠'],
      cooperationModes: ['commissioned', 'license'],
      visibility: 'public',
      validUntil: '2028-12-31',
      externalId: 'C-1',
    };
    const made = await people.institute.post('/capabilities', given);
    expect(made.status).to.equal(201);
    expect(made.headers.get('location')).to.equal(`/api/v1/capabilities/${made.body.id}`);
    const read = await people.enterprise.get(`/capabilities/${made.body.id}`);
    expect(read.body).to.deep.include({ ...given, status: 'published', revision: 1 });
    expect(read.body.institute.id).to.equal(people.instituteId);
    expect(read.body.institute.name).to.match(/^institute/);
    expect(read.body).not.to.have.any.keys('enteredBy', 'contentRevision');
  });

  it('asks search and matching to follow every change', async () => {
    const { id } = await enter();
    const owed = async () => {
      const doc = await service.ctx.stores.capabilities.find(unscoped('test'), { _id: id });
      return doc!.todo.map(({ topic, since }) => `${topic} ${since}`);
    };
    expect(await owed()).to.include.members(['index 1', 'match 1']);
    await people.institute.patch(`/capabilities/${id}`, { trl: 5 });
    expect(await owed()).to.include.members(['index 2', 'match 2']);
    await people.institute.post(`/capabilities/${id}/withdraw`);
    expect(await owed()).to.include.members(['index 3', 'match 3']);
  });

  it('names every wrong field at once and takes no operators', async () => {
    const answer = await people.institute.post('/capabilities', {
      title: '',
      abstract: { $gt: '' },
      trl: 10,
      field: 'magic',
      stage: 'ripe',
      validUntil: '2026-02-30',
      keywords: ['a\u202Eb'],
      surprise: 1,
    });
    expect(answer.status).to.equal(400);
    expect(answer.body.errors.map((one: { path: string }) => one.path)).to.have.members([
      'title',
      'abstract',
      'trl',
      'field',
      'stage',
      'validUntil',
      'keywords.0',
      'surprise',
    ]);
  });

  it('lets the bureau and brokers of the district enter for an institute, nobody else', async () => {
    const organizationId = people.instituteId;
    for (const by of [people.bureau, people.broker]) {
      const body = await enter({ organizationId }, by);
      expect(body.organizationId).to.equal(organizationId);
    }
    const unnamed = await people.bureau.post('/capabilities', aCapability);
    expect(unnamed.body.errors[0]).to.include({ path: 'organizationId', code: 'required' });
    const notInstitute = { ...aCapability, organizationId: people.enterpriseId };
    expect((await people.bureau.post('/capabilities', notInstitute)).status).to.equal(400);
    const body = { ...aCapability, organizationId };
    expect((await people.enterprise.post('/capabilities', body)).status).to.equal(403);
    expect((await away.bureau.post('/capabilities', body)).status).to.equal(403);
    expect((await away.institute.post('/capabilities', body)).status).to.equal(403);
    expect((await service.anonymous.post('/capabilities', body)).status).to.equal(401);
  });

  it('shows public ones across districts and keeps the others where they belong', async () => {
    const open = await enter();
    const district = await enter({ visibility: 'district' });
    const own = await enter({ visibility: 'organization' });
    const status = async (by: typeof people.bureau, id: string) =>
      (await by.get(`/capabilities/${id}`)).status;
    expect(await status(away.enterprise, open.id)).to.equal(200);
    expect(await status(people.enterprise, district.id)).to.equal(200);
    expect(await status(away.bureau, district.id)).to.equal(404);
    expect(await status(people.enterprise, own.id)).to.equal(404);
    expect(await status(people.bureau, own.id)).to.equal(200);
    const listed = await away.bureau.get(`/capabilities?organizationId=${people.instituteId}`);
    const ids = listed.body.items.map((one: { id: string }) => one.id);
    expect(ids).to.include(open.id).and.not.include(district.id).and.not.include(own.id);
  });

  it('changes by merge patch, against the revision that was read', async () => {
    const made = await enter({ trl: 4, externalId: 'P-1' });
    const path = `/capabilities/${made.id}`;
    const patched = await people.institute.patch(
      path,
      { trl: null, title: '新名' },
      {
        'if-match': '"1"',
      },
    );
    expect(patched.status).to.equal(200);
    expect(patched.body).to.include({ title: '新名', revision: 2 }).and.not.have.property('trl');
    expect((await people.institute.patch(path, { trl: 5 }, { 'if-match': '"1"' })).status).to.equal(
      412,
    );
    expect((await people.institute.patch(path, { organizationId: 'x' })).status).to.equal(400);
    expect((await away.institute.patch(path, { trl: 5 })).status).to.equal(403);
    expect((await people.broker.patch(path, { trl: 5 })).status).to.equal(403);
    expect((await people.bureau.patch(path, { trl: 5 })).status).to.equal(200);
  });

  it('withdraws and publishes again; a withdrawn one is out of others’ sight', async () => {
    const { id } = await enter();
    expect((await people.enterprise.post(`/capabilities/${id}/withdraw`)).status).to.equal(403);
    const withdrawn = await people.institute.post(`/capabilities/${id}/withdraw`);
    expect(withdrawn.body.status).to.equal('withdrawn');
    expect((await people.institute.post(`/capabilities/${id}/withdraw`)).status).to.equal(409);
    expect((await people.enterprise.get(`/capabilities/${id}`)).status).to.equal(404);
    expect((await people.institute.get(`/capabilities/${id}`)).status).to.equal(200);
    const back = await people.bureau.post(`/capabilities/${id}/publish`);
    expect(back.body.status).to.equal('published');
    expect((await people.enterprise.get(`/capabilities/${id}`)).status).to.equal(200);
    expect((await people.bureau.post('/capabilities/none/publish')).status).to.equal(404);
  });

  it('keeps externalId unique per institute and finds by it', async () => {
    await enter({ externalId: 'U-1' });
    const again = await people.institute.post('/capabilities', {
      ...aCapability,
      externalId: 'U-1',
    });
    expect(again.status).to.equal(409);
    expect(again.body.code).to.equal('already_exists');
    await enter({ externalId: 'U-1' }, away.institute);
    const path = `/capabilities?externalId=U-1&organizationId=${people.instituteId}`;
    expect((await people.enterprise.get(path)).body.items).to.have.length(1);
    expect((await people.enterprise.get('/capabilities?externalId[$gt]=')).status).to.equal(400);
  });

  it('answers a repeated Idempotency-Key with the first answer', async () => {
    const key = { 'idempotency-key': 'one' };
    const first = await people.institute.post('/capabilities', aCapability, key);
    const second = await people.institute.post('/capabilities', aCapability, key);
    expect(second.body).to.deep.equal(first.body);
    const other = await people.institute.post('/capabilities', { ...aCapability, trl: 1 }, key);
    expect(other.status).to.equal(422);
  });
});
