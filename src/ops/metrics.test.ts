import { expect } from 'chai';
import { createMetrics } from './metrics.ts';

describe('metrics', () => {
  it('counts requests by pattern and jobs by outcome', async () => {
    const metrics = createMetrics({ processMetrics: false });
    metrics.onRequest({ method: 'GET', route: '/needs/:id', status: 200, seconds: 0.02 });
    metrics.onRequest({ method: 'GET', route: '/needs/:id', status: 404, seconds: 0.02 });
    metrics.onJob('match', 'done', 1.5);
    metrics.onJob('match', 'failed', 0.5);
    const text = await metrics.text();
    expect(text).to.include(
      'daqiao_http_request_seconds_count{method="GET",route="/needs/:id",status="404"} 1',
    );
    expect(text).to.include('daqiao_jobs_total{job="match",outcome="failed"} 1');
    expect(text).to.include('daqiao_job_seconds_total{job="match"} 2');
  });

  it('asks for the depth of the queues, and does without while Redis is away', async () => {
    let waiting: number | undefined = 3;
    const metrics = createMetrics({
      processMetrics: false,
      queueDepths: async () => {
        if (waiting === undefined) throw new Error('away');
        return { matching: { waiting, active: 0 } };
      },
    });
    expect(await metrics.text()).to.include(
      'daqiao_queue_jobs{queue="matching",state="waiting"} 3',
    );
    waiting = undefined;
    const text = await metrics.text();
    expect(text).to.include('# TYPE daqiao_queue_jobs gauge');
    expect(text).not.to.include('state="waiting"');
  });

  it('keeps two services in one process apart', async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.onJob('match', 'done', 1);
    expect(await one.text()).to.include('process_resident_memory_bytes');
    expect(await other.text()).not.to.include('daqiao_jobs_total{');
  });
});
