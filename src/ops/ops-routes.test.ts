import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { createHealth } from './health.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { observeRequests } from './observe-requests.ts';
import { opsRoutes } from './ops-routes.ts';

describe('operations over HTTP', () => {
  let server: Server;
  let url: string;
  let isRedisUp = true;
  const lines: Record<string, unknown>[] = [];

  before(async () => {
    const log = createLog({
      level: 'info',
      destination: { write: (line) => void lines.push(JSON.parse(line)) },
    });
    const metrics = createMetrics({ processMetrics: false });
    const redis = async () => {
      if (!isRedisUp) throw new Error('away');
    };
    const api = express.Router();
    api.get('/needs/:id', (req, res) => void res.json({ id: req.params.id }));
    api.get('/fail', () => {
      throw new Error('fails');
    });
    const app = express();
    app.use(observeRequests({ log, metrics }));
    app.use(opsRoutes({ health: createHealth({ probes: { redis } }), metrics }));
    app.use('/api/v1', api);
    app.use(
      ((_error, _req, res, _next) => void res.status(500).end()) as express.ErrorRequestHandler,
    );
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  it('answers liveness, and readiness by what is behind it', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).to.deep.equal({ status: 'ok' });
    expect((await fetch(`${url}/readyz`)).status).to.equal(200);
    isRedisUp = false;
    const down = await fetch(`${url}/readyz`);
    expect(down.status).to.equal(503);
    expect(down.headers.get('cache-control')).to.equal('no-store');
    expect(await down.json()).to.have.nested.property('services.redis.state', 'down');
  });

  it('measures and logs patterns, never addresses', async () => {
    await fetch(`${url}/api/v1/needs/01SECRET?q=bumper`);
    await fetch(`${url}/api/v1/fail`);
    await fetch(`${url}/nowhere/01SECRET`);
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).to.match(/^text\/plain/);
    const text = await answer.text();
    expect(text).to.include('_count{method="GET",route="/needs/:id",status="200"} 1');
    expect(text).to.include('_count{method="GET",route="/fail",status="500"} 1');
    expect(text).to.include('_count{method="GET",route="unknown",status="404"} 1');
    expect(text + JSON.stringify(lines)).not.to.match(/01SECRET|bumper/);
    expect(lines.find((line) => line.route === '/needs/:id')).to.include({
      msg: 'request',
      status: 200,
    });
  });
});
