import { expect } from 'chai';
import {
  type EngagementPeople,
  enterEngagementPeople,
  ledNeed,
} from './support/engagement-rows.ts';
import { type Service, startService } from './support/service.ts';

describe('GET /organizations/:id/record', () => {
  let service: Service;
  let people: EngagementPeople;
  before(async () => {
    service = await startService();
    people = await enterEngagementPeople(service);
  });
  after(() => service.close());

  it('counts what came of an institute’s engagements', async () => {
    const path = `/organizations/${people.instituteId}/record`;
    const none = { talking: 0, agreed: 0, ended: 0, registeredAgreements: 0 };
    expect((await people.broker.get(path)).body).to.deep.equal(none);
    for (const end of [false, true]) {
      const needId = await ledNeed(people);
      const body = { needId, instituteId: people.instituteId };
      const { id } = (await people.broker.post('/engagements', body)).body;
      if (end) await people.broker.post(`/engagements/${id}/stage`, { to: 'ended', code: 'price' });
    }
    expect((await people.broker.get(path)).body).to.deep.equal({ ...none, talking: 1, ended: 1 });
    expect((await people.farBureau.get(path)).body).to.deep.equal(none);
  });

  it('is for brokers and the office, of institutes only', async () => {
    const path = `/organizations/${people.instituteId}/record`;
    expect((await people.institute.get(path)).status).to.equal(403);
    const firm = `/organizations/${people.enterpriseId}/record`;
    expect((await people.broker.get(firm)).status).to.equal(404);
  });
});
