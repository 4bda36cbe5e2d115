import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { unscoped } from '../src/access/actor.ts';
import { contentForMs, type Import } from '../src/features/imports/import.ts';
import { importJob } from '../src/features/imports/import-job.ts';
import { importRepair } from '../src/features/imports/import-repair.ts';
import type { Importers } from '../src/features/imports/import-service.ts';
import type { GivenRow, Importer } from '../src/features/imports/importer.ts';
import { enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';
import { importEnded, importRows, uploadImport } from './support/upload-rows.ts';
import { rawWorkbook, textRow } from './support/workbook.ts';

const csvOf = (count: number, row: (n: number) => string) =>
  `id,title,abstract,trl\n${Array.from({ length: count }, (_, n) => row(n)).join('\n')}\n`;

describe('running imports', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService({ work: false });
    people = await enterNeedPeople(service);
  });
  after(() => service.close());

  const uploaded = async (rows: string | Buffer): Promise<string> => {
    const { status, body } = await uploadImport(people.institute, 'capability', rows);
    expect(status).to.equal(202);
    expect(body).to.include({ status: 'queued', total: null, done: 0, failed: 0 });
    return body.id;
  };
  const stored = async (id: string) =>
    (await service.ctx.stores.imports.find(unscoped('test'), { _id: id })) as Import;

  /** The job with rows that take time, and what was written of them. */
  function slowJob(msARow: number, fail?: (row: GivenRow) => void) {
    const written: string[] = [];
    const importer: Importer = {
      kind: 'capability',
      columns: [{ name: 'externalId', also: ['id'] }, { name: 'title' }],
      admit: async () => ({}),
      async upsert(_cmd, row) {
        await new Promise((done) => setTimeout(done, msARow));
        fail?.(row);
        written.push(row.externalId!);
        return 'created';
      },
    };
    const queued: string[] = [];
    const job = importJob({
      imports: service.ctx.stores.imports,
      importers: { ...({} as Importers), capability: importer },
      content: service.ctx.fileContent,
      queues: { add: async (_name, _payload, { id }) => void queued.push(id) },
      clock: service.ctx.clock,
      times: { leaseMs: 2_000, pulseMs: 100 },
    });
    const run = (id: string, signal = new AbortController().signal) =>
      job.handle({ id }, { log: service.ctx.log, signal });
    return { run, written, queued };
  }

  const until = async (done: () => boolean | Promise<boolean>) => {
    const deadline = Date.now() + 15_000;
    while (!(await done())) {
      if (Date.now() > deadline) throw new Error('This did not happen in time.');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('stops within a second when it is cancelled, and counts what is in', async () => {
    const id = await uploaded(csvOf(3000, (n) => `X-${n},甲,乙,`));
    const { run, written } = slowJob(150);
    const running = run(id);
    await until(() => written.length > 150);
    const asked = performance.now();
    const answer = await people.institute.post(`/imports/${id}/cancel`);
    expect(answer.body.status).to.equal('cancelled');
    await running;
    expect(performance.now() - asked).to.be.below(1_000);
    const { body } = await people.institute.get(`/imports/${id}`);
    expect(body).to.include({ status: 'cancelled', done: written.length, failed: 0 });
    expect(body.done).to.be.below(3000);
    expect(body.secondsLeft).to.equal(0);
    await run(id);
    expect(written.length).to.equal(body.done);
  });

  it('cancels an import that nobody has begun', async () => {
    const id = await uploaded(csvOf(3, (n) => `Y-${n},甲,乙,`));
    await people.institute.post(`/imports/${id}/cancel`);
    const { run, written } = slowJob(0);
    await run(id);
    expect(written).to.deep.equal([]);
    expect((await people.institute.get(`/imports/${id}`)).body.status).to.equal('cancelled');
  });

  it('stops between two batches with the service, and goes on elsewhere without repeating', async () => {
    const id = await uploaded(csvOf(1000, (n) => `Z-${n},甲,乙,`));
    const stop = new AbortController();
    const first = slowJob(20);
    const running = first.run(id, stop.signal);
    await until(() => first.written.length > 250);
    stop.abort();
    await running;
    expect(first.queued).to.have.length(1);
    const half = await stored(id);
    expect(half.status).to.equal('running');
    expect(half.lease).to.equal(undefined);
    expect(half.progress.done).to.equal(first.written.length).and.to.be.below(1000);
    const second = slowJob(0);
    await second.run(id);
    const all = [...first.written, ...second.written];
    expect(all).to.have.length(1000);
    expect(new Set(all).size).to.equal(1000);
    const { body } = await people.institute.get(`/imports/${id}`);
    expect(body).to.include({ status: 'done', total: 1000, done: 1000, failed: 0 });
  });

  it('goes on within a workbook too, and cancels it', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => textRow(n + 4, [`XL-${n}`, '甲', '乙']));
    const header = textRow(3, ['id', 'title', 'abstract']);
    const content = rawWorkbook([{ rows: header + rows.join('') }]);
    const id = await uploaded(content);
    const stop = new AbortController();
    const first = slowJob(20);
    const running = first.run(id, stop.signal);
    await until(() => first.written.length > 250);
    stop.abort();
    await running;
    const half = await stored(id);
    expect(half.progress.done).to.equal(first.written.length).and.to.be.below(1000);
    expect(half.progress.row).to.equal(half.progress.done + 3);
    const second = slowJob(0);
    await second.run(id);
    const all = [...first.written, ...second.written];
    expect(new Set(all).size).to.equal(all.length).and.to.equal(1000);
    const { body } = await people.institute.get(`/imports/${id}`);
    expect(body).to.include({ status: 'done', total: 1000, done: 1000, failed: 0 });

    const other = await uploaded(content);
    const third = slowJob(150);
    const cancelled = third.run(other);
    await until(() => third.written.length > 150);
    await people.institute.post(`/imports/${other}/cancel`);
    await cancelled;
    const end = (await people.institute.get(`/imports/${other}`)).body;
    expect(end).to.include({ status: 'cancelled', total: 1000, done: third.written.length });
  });

  it('lets go of the uploaded rows a week after the end, and of nothing sooner', async () => {
    const id = await uploaded(csvOf(2, (n) => `W-${n},甲,乙,`));
    await slowJob(0).run(id);
    const chunks = (await stored(id)).file.id;
    const held = () =>
      service.ctx.db.db!.collection('content.chunks').countDocuments({ files_id: chunks as never });
    const repair = importRepair({
      imports: service.ctx.stores.imports,
      content: service.ctx.fileContent,
      queues: { add: async () => {} },
      clock: { now: () => new Date(Date.now() + later) },
    });
    let later = contentForMs - 60_000;
    await repair.run(new AbortController().signal);
    expect(await held()).to.equal(1);
    later = contentForMs + 60_000;
    await repair.run(new AbortController().signal);
    expect(await held()).to.equal(0);
    expect((await people.institute.get(`/imports/${id}`)).body.status).to.equal('done');
  });

  it('leaves an import to the worker that has it, and looks again when its time is over', async () => {
    const id = await uploaded(csvOf(500, (n) => `L-${n},甲,乙,`));
    const first = slowJob(100);
    const running = first.run(id);
    await until(() => first.written.length > 0);
    const second = slowJob(0);
    await second.run(id);
    expect(second.written).to.deep.equal([]);
    expect(second.queued).to.have.length(1);
    await running;
    expect(first.written).to.have.length(500);
  });

  it('writes nothing more once another worker has taken over', async () => {
    const id = await uploaded(csvOf(1000, (n) => `T-${n},甲,乙,`));
    const first = slowJob(60);
    const running = first.run(id);
    await until(() => first.written.length > 250);
    const { imports } = service.ctx.stores;
    const until2 = new Date(Date.now() + 60_000);
    await imports.model.collection.updateOne({ _id: id } as never, {
      $set: { lease: { token: 'other', until: until2 } },
    });
    await running;
    const now = await stored(id);
    expect(now.lease?.token).to.equal('other');
    expect(now.status).to.equal('running');
    expect(now.progress.done).to.be.below(first.written.length + 1);
  });

  it('keeps what is in when the store fails, and finishes at the next try', async () => {
    const id = await uploaded(csvOf(600, (n) => `E-${n},甲,乙,`));
    let broken = true;
    const job = slowJob(0, ({ externalId }) => {
      if (broken && externalId === 'E-450') throw new Error('connection lost');
    });
    const error = await job.run(id).catch((one) => one);
    expect(error.message).to.equal('connection lost');
    expect((await stored(id)).progress).to.include({ done: 400, failed: 0, row: 401 });
    broken = false;
    await job.run(id);
    expect((await stored(id)).progress).to.include({ done: 600, failed: 0 });
  });

  it('gives up on an import that never comes further', async () => {
    const id = await uploaded(csvOf(1, () => 'G-1,甲,乙,'));
    const job = slowJob(0, () => {
      throw new TypeError('a fault of ours');
    });
    for (let i = 0; i < 8; i++) await job.run(id).catch(() => {});
    expect((await stored(id)).status).to.equal('running');
    await job.run(id);
    const { body } = await people.institute.get(`/imports/${id}`);
    expect(body.status).to.equal('failed');
    expect(body.failure).to.include({ code: 'internal_error' });
  });

  it('goes on after its worker was killed, with every row once and exact counts', async function () {
    this.timeout(60_000);
    const count = 5000;
    const bad = 50;
    const id = await uploaded(
      csvOf(count, (n) => `K-${n},成果${n},乙,${n % (count / bad) === 7 ? 'x' : 5}`),
    );
    const worker = fork(new URL('./support/import-worker.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...workerEnv(service) },
    });
    await once(worker, 'message');
    await until(async () => (await stored(id)).progress.done > 300);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    const killed = await stored(id);
    expect(killed.status).to.equal('running');
    expect(killed.progress.done).to.be.below(count - bad);
    const inStore = await service.ctx.stores.capabilities.count(unscoped('test'), {
      externalId: /^K-/,
    });
    expect(inStore).to.be.at.least(killed.progress.done);

    // The dead worker's time passes; then the reconciler finds the import without an owner.
    await service.ctx.stores.imports.model.collection.updateOne({ _id: id } as never, {
      $set: { 'lease.until': new Date(0) },
    });
    service.ctx.startWork();
    await service.ctx.reconciler.run();
    const body = await importEnded(people.institute, id, 50_000);
    expect(body).to.include({
      status: 'done',
      total: count,
      done: count - bad,
      failed: bad,
      errorCount: bad,
      changed: 0,
    });
    expect(body.errors.map((one: { row: number }) => one.row)).to.deep.equal(
      Array.from({ length: bad }, (_, i) => i * (count / bad) + 7 + 2),
    );
    const rows = await service.ctx.stores.capabilities.model
      .find({ externalId: /^K-/ }, { revision: 1 })
      .lean();
    expect(rows).to.have.length(count - bad);
    expect(rows.every(({ revision }) => revision === 1)).to.equal(true);
    const csv = await people.institute.get(`/imports/${id}/errors.csv`);
    expect(csv.body.trim().split('\r\n')).to.have.length(bad + 1);
  });

  describe('with a worker', () => {
    it('sends progress until the end as server-sent events', async () => {
      const id = await uploaded(csvOf(1500, (n) => `P-${n},甲,乙,5`));
      const { body, headers, status } = await people.institute.get(`/imports/${id}/events`);
      expect(status).to.equal(200);
      expect(headers.get('content-type')).to.match(/^text\/event-stream/);
      const events = (body as string)
        .split('\n\n')
        .map((block) => ({
          event: /^event: (.*)$/m.exec(block)?.[1],
          data: /^data: (.*)$/m.exec(block)?.[1],
        }))
        .filter(({ event }) => event !== undefined)
        .map(({ event, data }) => ({ event, ...JSON.parse(data!) }));
      expect(events.at(-1)).to.include({ event: 'end', status: 'done', done: 1500, total: 1500 });
      expect(events.slice(0, -1).every(({ event }) => event === 'progress')).to.equal(true);
      expect(events.at(-1)!.rowsPerSecond).to.be.above(0);
    });

    it('keeps 1,000 errors at hand and all of them as CSV, harmless to open', async () => {
      const csv = `id,title,abstract\n${Array.from(
        { length: 1500 },
        (_, n) => `${n === 3 ? `"=cmd|' /C calc'!A0"` : `M-${n}`},,乙`,
      ).join('\n')}\n`;
      const body = await importRows(people.institute, 'capability', csv);
      expect(body).to.include({ status: 'done', total: 1500, failed: 1500, errorCount: 1500 });
      expect(body.errors).to.have.length(1000);
      const answer = await people.institute.get(`/imports/${body.id}/errors.csv`);
      expect(answer.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
      const rows = (answer.body as string).trim().split('\r\n');
      expect(rows).to.have.length(1501);
      expect(rows[0]).to.match(/row,externalId,path,code,message$/);
      expect(rows[1]).to.match(/^2,M-0,title,required,/);
      expect(rows[4]).to.include(`5,"'=cmd|`);
      expect(rows.at(-1)).to.match(/^1501,M-1499,/);
      const [listed] = (await people.institute.get('/imports?limit=1')).body.items;
      expect(listed.errors).to.have.length(20);
    });
  });
});

function workerEnv(service: Service): Record<string, string> {
  const { config } = service.ctx;
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATA_DIR: config.dataDir,
    NAMESPACE: config.namespace,
    MONGODB_URI: config.mongo.uri!,
    REDIS_URL: config.redis.url!,
  };
}
