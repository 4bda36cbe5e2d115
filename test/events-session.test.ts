import { expect } from 'chai';
import { aPassword, cookieOf, enterPerson } from './support/account-rows.ts';
import { createClient } from './support/client.ts';
import { listen } from './support/event-reader.ts';
import { type Service, startService } from './support/service.ts';

describe('GET /events with a session', () => {
  let service: Service;
  before(async () => {
    service = await startService();
  });
  after(() => service.close());

  async function begin() {
    const admin = service.as({ roles: ['admin'] });
    const { id, email } = await enterPerson(service, admin);
    const signedIn = await service.anonymous.post('/session', { email, password: aPassword });
    const headers = { cookie: cookieOf(signedIn), origin: service.url };
    const stream = await listen(service.url, { headers });
    expect(stream.status).to.equal(200);
    return { id, admin, stream, client: createClient(service.url, headers) };
  }

  it('ends when the person signs out', async () => {
    const { stream, client } = await begin();
    expect((await client.delete('/session')).status).to.equal(204);
    await stream.until(() => stream.ended);
  });

  it('ends when the person is disabled', async () => {
    const { id, admin, stream } = await begin();
    expect((await admin.post(`/users/${id}/disable`)).status).to.equal(200);
    await stream.until(() => stream.ended);
  });
});
