import { expect } from 'chai';
import { enterCapability, eventually } from './support/matching-rows.ts';
import { aNeed, enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('advice on a need that is being typed', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let other: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
    other = await enterNeedPeople(service, '330203');
    for (const visibility of ['public', 'organization']) {
      await enterCapability(people.institute, {
        title: '聚丙烯保险杠耐候改性',
        abstract: '聚丙烯保险杠户外晒两年不发白不开裂,氙灯老化3000小时色差小于3。',
        visibility,
      });
    }
    await service.settled();
  });
  after(() => service.close());

  it('says what is vague, what repeats and what comes close, and stores nothing', async () => {
    const id = await openNeed(people);
    const advice = await eventually(
      () => people.enterprise.post('/needs/advice', aNeed),
      ({ body }) => body.close.sample.length > 0,
    );
    expect(advice.status).to.equal(200);
    const { clarity, duplicates, close } = advice.body;
    const stored = await people.enterprise.post('/needs', aNeed);
    expect(clarity).to.deep.equal(stored.body.clarity);
    expect(duplicates[0]).to.deep.include({ id, title: aNeed.title });
    expect(close.strong + close.worthACall).to.equal(1);
    expect(close.sample[0].title).to.equal('聚丙烯保险杠耐候改性');
    expect(close.sample[0].institute.id).to.equal(people.instituteId);
    const { items } = (await people.enterprise.get('/needs')).body;
    expect(items).to.have.length(2);
  });

  it('takes as little as nothing, and leaves out the need that is being changed', async () => {
    const { body } = await people.enterprise.post('/needs/advice', {});
    expect(body.close).to.deep.equal({ strong: 0, worthACall: 0, sample: [] });
    expect(body.clarity.missing).to.include('quantity');
    const needId = await openNeed(people, { title: '河豚苗开口期死得多', problem: '苗种死亡率高' });
    const same = { title: '河豚苗开口期死得多', problem: '苗种死亡率高', needId };
    expect((await people.enterprise.post('/needs/advice', same)).body.duplicates).to.deep.equal([]);
  });

  it('tells nobody of another firm’s needs, nor of what they may not read', async () => {
    const secret = { title: '镍基合金涂层脱落', problem: '镍基合金叶片涂层在高温下脱落' };
    await people.enterprise.post('/needs', secret);
    await openNeed(people, { ...secret, confidential: { problem: 'nda' } });
    for (const client of [people.broker, other.enterprise, other.broker, other.bureau]) {
      const body = { ...secret, organizationId: people.enterpriseId };
      const answer = await client.post('/needs/advice', body);
      expect([answer.status, answer.body.duplicates]).to.deep.equal([200, []]);
    }
    const office = await people.bureau.post('/needs/advice', {
      ...secret,
      organizationId: people.enterpriseId,
    });
    expect(office.body.duplicates.length).to.be.greaterThan(0);
  });

  it('is for those who may post', async () => {
    expect((await people.institute.post('/needs/advice', {})).status).to.equal(403);
    expect((await service.anonymous.post('/needs/advice', {})).status).to.equal(401);
    const wrong = await people.enterprise.post('/needs/advice', { title: 1, nonsense: true });
    expect(wrong.body.errors.map((one: { path: string }) => one.path)).to.have.members([
      'title',
      'nonsense',
    ]);
  });

  it('slows down whoever asks faster than people type', async () => {
    const hasty = service.as({ roles: ['broker'] });
    const answers = await Promise.all(
      Array.from({ length: 95 }, () => hasty.post('/needs/advice', {})),
    );
    const late = answers.filter(({ status }) => status === 429);
    expect(late).to.have.length(5);
    expect(late[0]!.body.code).to.equal('too_many_requests');
    expect(Number(late[0]!.headers.get('retry-after'))).to.be.within(1, 60);
  });
});
