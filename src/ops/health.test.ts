import { expect } from 'chai';
import { createHealth } from './health.ts';

describe('health', () => {
  it('is ready when every service answers', async () => {
    const health = createHealth({ probes: { mongodb: async () => {}, redis: async () => 'PONG' } });
    const { httpStatus, body } = await health.ready();
    expect(httpStatus).to.equal(200);
    expect(body.status).to.equal('ready');
    expect(body.services.redis).to.include({ state: 'up' });
    expect(body.services.redis!.latencyMs).to.be.within(0, 1000);
  });

  it('names the one that is down, whether it fails, throws at once or hangs', async () => {
    const told: string[] = [];
    const health = createHealth({
      timeoutMs: 20,
      onDown: (name, error) => told.push(`${name}: ${error.message}`),
      probes: {
        mongodb: () => new Promise(() => {}),
        redis: async () => Promise.reject(new Error('connect to 10.0.0.1 refused')),
        search: () => {
          throw new Error('no client');
        },
        files: async () => {},
      },
    });
    const { httpStatus, body } = await health.ready();
    expect(httpStatus).to.equal(503);
    expect(body.status).to.equal('not_ready');
    expect(body.services.mongodb).to.include({ state: 'down', reason: 'timeout' });
    expect(body.services.redis).to.include({ state: 'down', reason: 'error' });
    expect(body.services.search).to.include({ state: 'down', reason: 'error' });
    expect(body.services.files).to.include({ state: 'up' });
    expect(JSON.stringify(body)).not.to.include('10.0.0.1');
    expect(told.sort()).to.deep.equal([
      'mongodb: mongodb did not answer within 20 ms.',
      'redis: connect to 10.0.0.1 refused',
      'search: no client',
    ]);
  });

  it('asks once for all who ask at the same time, and again later', async () => {
    let asked = 0;
    const health = createHealth({
      probes: {
        redis: async () => {
          asked += 1;
        },
      },
    });
    await Promise.all([health.ready(), health.ready(), health.ready()]);
    expect(asked).to.equal(1);
    await health.ready();
    expect(asked).to.equal(2);
  });

  it('lives without asking anybody', () => {
    const health = createHealth({ probes: { redis: () => Promise.reject(new Error('down')) } });
    expect(health.live()).to.deep.equal({ status: 'ok' });
  });
});
