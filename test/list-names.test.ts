import { expect } from 'chai';
import { enterCapability } from './support/capability-rows.ts';
import { type ContractPlace, done, startContracts } from './support/contracts.ts';
import { ledNeed } from './support/engagement-rows.ts';

describe('names beside ids, counts for a board, and holidays', () => {
  let place: ContractPlace;
  let id: string;
  let needId: string;
  before(async () => {
    place = await startContracts();
    needId = await ledNeed(place);
    ({ id } = await done(place.bureau, '/engagements', {
      needId,
      instituteId: place.instituteId,
      capabilityId: await enterCapability(place.institute),
    }));
  });
  after(() => place.service.close());

  it('name the broker, and the capability where the reader may see it', async () => {
    const broker = { id: place.broker.actor!.id, name: place.broker.actor!.name };
    const { body } = await place.enterprise.get(`/engagements/${id}`);
    expect(body.broker).to.deep.equal(broker);
    expect(body.capability.title).to.equal('耐候聚丙烯复合材料');
    expect((await place.enterprise.get(`/needs/${needId}`)).body.broker).to.deep.equal(broker);
    expect((await place.farInstitute.get(`/needs/${needId}`)).status).to.equal(404);
    await done(place.institute, `/capabilities/${body.capabilityId}/withdraw`);
    const after = (await place.enterprise.get(`/engagements/${id}`)).body;
    expect(after.capability).to.deep.equal({ id: body.capabilityId });
  });

  it('count the engagements of each stage in the reader’s scope', async () => {
    const counts = async (client: typeof place.broker, query = '') =>
      (await client.get(`/engagements/counts${query}`)).body;
    const { total, stages } = await counts(place.broker, '?mine=true');
    expect([total, stages.introduced, stages.ended]).to.deep.equal([1, 1, 0]);
    expect((await counts(place.farBureau)).total).to.equal(0);
    expect((await place.broker.get('/engagements/counts?sort=id')).status).to.equal(400);
    expect((await place.service.anonymous.get('/engagements/counts')).status).to.equal(401);
  });

  it('tell the days off and the make-up workdays of a year', async () => {
    const { body } = await place.enterprise.get('/holidays?year=2026');
    expect(body.provisional).to.equal(false);
    expect(body.holidays).to.include('2026-10-01').and.not.include('2026-10-03');
    expect(body.workdays).to.include('2026-10-10');
    const later = (await place.enterprise.get('/holidays?year=2090')).body;
    expect([later.provisional, later.workdays]).to.deep.equal([true, []]);
    expect((await place.enterprise.get('/holidays?year=x')).status).to.equal(400);
    expect((await place.service.anonymous.get('/holidays?year=2026')).status).to.equal(401);
  });
});
