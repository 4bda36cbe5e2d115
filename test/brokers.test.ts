import { expect } from 'chai';
import { type BrokerOnDuty, enterBroker } from './support/brokers.ts';
import { enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('brokers', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let broker: BrokerOnDuty;

  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
    broker = await enterBroker(service, people.bureau, {
      fields: ['biomedicine', 'biomedicine', 'environment'],
      grade: '高级',
      capacity: 4,
      externalId: 'JJR-007',
    });
  });
  after(() => service.close());

  it('are entered by the bureau and read back', async () => {
    const { body } = await people.bureau.get(`/brokers/${broker.id}`);
    expect(body).to.include({
      id: broker.id,
      userId: broker.client.actor!.id,
      district: '330206',
      grade: 'senior',
      capacity: 4,
      active: true,
      externalId: 'JJR-007',
    });
    expect(body.fields).to.deep.equal(['biomedicine', 'environment']);
    expect([body.conflicts, body.leave]).to.deep.equal([[], []]);
    expect(body).not.to.have.property('claims');
    const load = await people.bureau.get(`/brokers/${broker.id}/load`);
    expect(load.body).to.deep.equal({
      brokerId: broker.id,
      capacity: 4,
      proposed: 0,
      accepted: 0,
      load: 0,
      room: 4,
      onLeave: false,
    });
  });

  it('are found by person, a part of the name, field and number', async () => {
    const other = await enterBroker(service, people.bureau, { fields: ['transport'] });
    const ids = async (query: string) =>
      (await people.bureau.get(`/brokers?${query}`)).body.items.map((b: { id: string }) => b.id);
    expect(await ids(`userId=${broker.client.actor!.id}`)).to.deep.equal([broker.id]);
    const { name } = (await people.bureau.get(`/brokers/${broker.id}`)).body;
    const part = encodeURIComponent(name.slice(1));
    expect(await ids(`q=${part}&limit=100`)).to.include(broker.id);
    expect(await ids('q=%2E%2A')).to.deep.equal([]);
    expect(await ids('field=transport')).to.deep.equal([other.id]);
    expect(await ids('externalId=JJR-007')).to.deep.equal([broker.id]);
  });

  it('are one a person, also when asked twice at once', async () => {
    const userId = service.as({ roles: ['broker'] }).actor!.id;
    const body = { userId, grade: 'junior', fields: [], capacity: 1 };
    const answers = await Promise.all([1, 2, 3].map(() => people.bureau.post('/brokers', body)));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
    const key = { 'idempotency-key': 'broker-once' };
    const fresh = { ...body, userId: service.as({ roles: ['broker'] }).actor!.id };
    const first = await people.bureau.post('/brokers', fresh, key);
    const again = await people.bureau.post('/brokers', fresh, key);
    expect([first.status, again.status]).to.deep.equal([201, 201]);
    expect(again.body).to.deep.equal(first.body);
  });

  it('answer every wrong field at once', async () => {
    const { status, body } = await people.bureau.post('/brokers', {
      userId: { $gt: '' },
      grade: 'wizard',
      fields: ['alchemy'],
      capacity: 1.5,
      conflicts: 'none',
      leave: [
        { from: '2026-02-30', to: '2026-03-01' },
        { from: '2026-03-02', to: '2026-03-01' },
      ],
      salary: 1,
    });
    expect(status).to.equal(400);
    expect(
      body.errors.map((e: { path: string; code: string }) => `${e.path} ${e.code}`),
    ).to.include.members([
      'userId wrong_type',
      'grade unknown_code',
      'fields.0 unknown_code',
      'capacity wrong_type',
      'conflicts wrong_type',
      'leave.0.from invalid_date',
      'leave.1.to invalid_range',
      'salary unknown_field',
    ]);
  });

  it('are persons of the district with the role', async () => {
    const stranger = service.as({ roles: ['broker'], district: '330203' }).actor!.id;
    const codes = [];
    for (const userId of ['nobody', stranger, people.enterprise.actor!.id]) {
      const answer = await people.bureau.post('/brokers', { userId, fields: [], capacity: 1 });
      expect(answer.status).to.equal(400);
      codes.push(answer.body.errors.map((e: { path: string; code: string }) => [e.path, e.code]));
    }
    expect(codes).to.deep.equal([
      [['userId', 'unknown']],
      [['userId', 'unknown']],
      [['userId', 'not_a_broker']],
    ]);
  });

  it('are the office’s to enter', async () => {
    const body = { userId: 'someone', grade: 'junior', fields: [], capacity: 1 };
    for (const who of [people.enterprise, people.institute, broker.client]) {
      expect((await who.post('/brokers', body)).status).to.equal(403);
    }
    expect((await service.anonymous.get('/brokers')).status).to.equal(401);
  });

  it('change under If-Match', async () => {
    const path = `/brokers/${broker.id}`;
    const { revision } = (await people.bureau.get(path)).body;
    const match = { 'if-match': `"${revision}"` };
    const changed = await people.bureau.patch(
      path,
      { capacity: 6, employerId: people.instituteId },
      match,
    );
    expect([changed.status, changed.body.capacity]).to.deep.equal([200, 6]);
    const stale = await people.bureau.patch(path, { capacity: 7 }, match);
    expect([stale.status, stale.body.code]).to.deep.equal([412, 'stale_revision']);
    const gone = await people.bureau.patch(path, { employerId: null });
    expect(gone.body).not.to.have.property('employerId');
    expect((await people.bureau.patch(path, { capacity: -1 })).status).to.equal(400);
    expect((await people.bureau.patch(path, { userId: 'other' })).status).to.equal(400);
  });

  it('take leave and declare conflicts themselves, and nothing else', async () => {
    const path = `/brokers/${broker.id}`;
    const leave = [{ from: '2027-03-01', to: '2027-03-05', note: '年假' }];
    const conflicts = [people.enterpriseId];
    const mine = await broker.client.patch(path, { leave, conflicts });
    expect(mine.status).to.equal(200);
    expect(mine.body).to.deep.include({ leave, conflicts });
    const lifted = await broker.client.patch(path, { conflicts: [] });
    expect([lifted.status, lifted.body.errors[0].code]).to.deep.equal([400, 'bureau_only']);
    const typo = await broker.client.patch(path, { conflicts: [...conflicts, 'org-1'] });
    expect(typo.body.errors[0]).to.include({ path: 'conflicts.1', code: 'unknown' });
    const raised = await broker.client.patch(path, { capacity: 99 });
    expect(raised.body.errors[0]).to.include({ path: 'capacity', code: 'bureau_only' });
    expect((await people.bureau.patch(path, { conflicts: [] })).status).to.equal(200);
    const colleague = await enterBroker(service, people.bureau);
    expect((await colleague.client.patch(path, { leave: [] })).status).to.equal(403);
    expect((await people.enterprise.patch(path, { leave: [] })).status).to.equal(403);
  });

  it('show colleagues and firms who they are, and no more', async () => {
    for (const who of [people.broker, people.enterprise]) {
      const { status, body } = await who.get(`/brokers/${broker.id}`);
      expect(status).to.equal(200);
      expect(body).to.include.keys('name', 'grade', 'fields');
      for (const field of ['conflicts', 'leave', 'employerId', 'capacity', 'record']) {
        expect(body, field).not.to.have.property(field);
      }
      expect((await who.get(`/brokers/${broker.id}/load`)).status).to.equal(403);
    }
    expect((await broker.client.get(`/brokers/${broker.id}/load`)).status).to.equal(200);
  });

  it('of another district do not exist', async () => {
    const elsewhere = service.as({ roles: ['bureau'], district: '330203' });
    for (const path of [`/brokers/${broker.id}`, `/brokers/${broker.id}/load`, '/brokers/none']) {
      expect((await elsewhere.get(path)).status, path).to.equal(404);
    }
    expect((await elsewhere.patch(`/brokers/${broker.id}`, { capacity: 1 })).status).to.equal(404);
    expect((await elsewhere.get('/brokers')).body.items).to.deep.equal([]);
  });
});
