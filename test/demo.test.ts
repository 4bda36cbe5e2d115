import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { seedDemo } from '../src/demo/seed-demo.ts';
import { agreementStatuses, engagementStages, needStatuses } from '../src/vocabulary.ts';
import { type Client, createClient } from './support/client.ts';
import { type Service, startService } from './support/service.ts';

const now = new Date('2026-11-23T06:30:00Z');
const password = 'demo-for-the-tests';
const env = { DEMO_PASSWORD: password };
const overrides = { clock: { now: () => new Date() } };

async function signIn(service: Service, email: string): Promise<Client> {
  const answer = await service.anonymous.post('/session', { email, password });
  expect(answer.status, email).to.equal(201);
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  return createClient(service.url, { cookie });
}

describe('the demo district', function () {
  this.timeout(60_000);
  let service: Service;
  before(async () => {
    service = await startService({ env, work: false });
    const started = performance.now();
    const seeding = await seedDemo(service.ctx, now);
    console.log(performance.now() - started, 'ms');
    expect(seeding).to.deep.equal({ outcome: 'seeded', password, madeUp: false });
  });
  after(() => service.close());

  it('x', async () => {
    console.log(signIn, createHash, agreementStatuses, engagementStages, needStatuses, overrides);
  });
});
