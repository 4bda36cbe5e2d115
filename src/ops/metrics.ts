import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface RequestObservation {
  method: string;
  /** The pattern (`/needs/:id`), never the path: each distinct value is a series of its own. */
  route: string;
  status: number;
  seconds: number;
}

export interface Metrics {
  onRequest(seen: RequestObservation): void;
  onJob(name: string, outcome: 'done' | 'failed', seconds: number): void;
  readonly contentType: string;
  /** Everything in the Prometheus text format. */
  text(): Promise<string>;
}

/** Jobs of each state, by queue. */
export type QueueDepths = () => Promise<Record<string, Record<string, number>>>;

/** A registry of its own per service, so that two in one process do not add up. */
export function createMetrics(
  options: { queueDepths?: QueueDepths; processMetrics?: boolean } = {},
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.processMetrics !== false) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'daqiao_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const jobs = new Counter({
    name: 'daqiao_jobs_total',
    help: 'Runs of jobs; one that is tried again counts again',
    labelNames: ['job', 'outcome'],
    registers,
  });
  const jobSeconds = new Counter({
    name: 'daqiao_job_seconds_total',
    help: 'Time that jobs ran',
    labelNames: ['job'],
    registers,
  });
  if (options.queueDepths) measureQueues(options.queueDepths, registers);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    onRequest({ method, route, status, seconds }) {
      requests.observe({ method, route, status: String(status) }, seconds);
    },
    onJob(name, outcome, seconds) {
      jobs.inc({ job: name, outcome });
      jobSeconds.inc({ job: name }, seconds);
    },
  };
}

/** Asked when Prometheus asks; while Redis is away the other figures are still given. */
function measureQueues(queueDepths: QueueDepths, registers: Registry[]): void {
  new Gauge({
    name: 'daqiao_queue_jobs',
    help: 'Jobs in a queue, by state',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset();
      const depths = await queueDepths().catch(() => ({}));
      for (const [queue, states] of Object.entries(depths)) {
        for (const [state, count] of Object.entries(states)) this.set({ queue, state }, count);
      }
    },
  });
}
