import { expect } from 'chai';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('matching while the search server is away', () => {
  let service: Service;

  before(async () => {
    service = await startService({
      work: false,
      // Nothing listens there.
      env: { MEILI_URL: 'http://127.0.0.1:9', MEILI_KEY: 'key' },
    });
  });
  after(() => service.close());

  it('takes needs, says what waits, and names what is down', async () => {
    const people = await enterNeedPeople(service);
    const id = await openNeed(people);
    const { status, body } = await people.bureau.get(`/needs/${id}/matches`);
    expect(status).to.equal(200);
    expect(body).to.deep.include({ state: 'pending', items: [] });
    const search = await people.bureau.get('/search?q=a');
    expect(search.status).to.equal(503);
    expect(search.headers.get('retry-after')).to.not.equal(null);
    const ready = await service.anonymous.get('!/readyz');
    expect(ready.status).to.equal(503);
    expect(ready.body.services.search.state).to.equal('down');
  });
});
