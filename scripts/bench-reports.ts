// Measures the summary of a half-year of 10,000 agreements inside 200,000 against the same alone,
// and what publishing and exporting those 10,000 take.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import mongoose, { type Connection } from 'mongoose';
import type { Actor } from '../src/access/actor.ts';
import { addDays } from '../src/calendar/dates.ts';
import { startEmbeddedMongo } from '../src/embedded/mongo/start.ts';
import { createRuntimeDir } from '../src/embedded/runtime-dir.ts';
import type { Agreement } from '../src/features/agreements/agreement.ts';
import { openReports } from '../src/features/reports/open-reports.ts';
import { gatherItems, reportCsv } from '../src/features/reports/report-export.ts';
import { reportWorkbook } from '../src/features/reports/report-xlsx.ts';
import { createNewId } from '../src/ids.ts';
import { createStores } from '../src/stores.ts';
import { agreementTypes, bases, fields, measures } from '../src/vocabulary.ts';
import { compare, print } from './bench/ratios.ts';

const half = 10_000;
const whole = Number(process.argv[3] ?? 200_000);
const rounds = Number(process.argv[2] ?? 7);
const period = { from: '2026-01-01', to: '2026-06-30' };
const district = '330206';
const bureau: Actor = { id: 'bureau', name: 'bureau', roles: ['bureau'], district };
const newId = createNewId();

/** The same 10,000 in the half-year; what is over lies in the ten years before it. */
function agreement(n: number): object {
  const inside = n < half;
  const signedAt = inside ? addDays(period.from, n % 175) : addDays('2016-01-01', n % 3_600);
  const registeredAt = addDays(signedAt, 5);
  const technologyValueFen = 10_000_000 + n * 100;
  const party = { name: `单位 ${n % 3_000}`, idKind: 'credit_code', country: 'CN', nature: '150' };
  const at = new Date(`${signedAt}T02:00:00Z`);
  const confirmed = { by: 'someone', at, on: signedAt };
  const stated: Partial<Agreement> = {
    type: agreementTypes[n % agreementTypes.length]!,
    title: `第 ${n} 号技术合同的开发与应用`,
    field: fields[n % fields.length]!,
    contractValueFen: technologyValueFen + 3_000_000,
    deductions: [{ kind: 'equipment', amountFen: 3_000_000, note: '设备' }],
    technologyValueFen,
    currency: 'CNY',
    intermediary: false,
    achievementIds: [`capability${n % 4_000}`],
    fileIds: [],
    signedAt,
    registration: { number: `n${n}`, registeredAt },
    payments: [{ id: `p${n}`, paidAt: addDays(signedAt, 3), amountFen: 5_000_000 }],
    changes: [],
    confirmations: { seller: confirmed, buyer: confirmed },
  };
  const brokerage = {
    needId: `need${n}`,
    needVettedOn: addDays(signedAt, -60),
    enterpriseId: `e${n % 500}`,
    instituteId: `i${n % 60}`,
    leadBrokerId: `b${n % 100}`,
    shares: [],
  };
  const history = [{ revision: 1, at, by: { id: 'b', name: 'b' }, action: 'created', changes: [] }];
  return {
    ...stated,
    _id: newId(at),
    seller: {
      ...party,
      organizationId: brokerage.instituteId,
      district: '110108',
      kind: 'institute',
    },
    buyer: { ...party, organizationId: brokerage.enterpriseId, district, kind: 'enterprise' },
    brokerage,
    organizationIds: [brokerage.enterpriseId, brokerage.instituteId],
    districts: [district, '110108'],
    brokerIds: [brokerage.leadBrokerId],
    district,
    recordedFor: district,
    recordedBy: 'bureau',
    status: 'registered',
    revision: 1,
    createdAt: at,
    updatedAt: at,
    todo: [],
    history,
  };
}

async function open(db: Connection, count: number) {
  const kit = { db, newId, nudge: () => {} };
  const stores = createStores(kit);
  const { agreements } = stores;
  await Promise.all(Object.values(stores).map((store) => store.model.createIndexes()));
  for (let from = 0; from < count; from += 2_000) {
    const some = Array.from({ length: 2_000 }, (_, i) => agreement(from + i));
    await agreements.model.collection.insertMany(some as never);
  }
  return openReports({
    ...{ ...stores, newId, clock: { now: () => new Date() } },
    organizationNames: async () => new Map(),
    promising: async () => new Set(),
  });
}

type Opened = Awaited<ReturnType<typeof open>>;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

async function publishAndExport({ service: reports }: Opened) {
  const asked = {
    ...period,
    measure: 'registered',
    basis: 'registered',
    flow: 'absorbed',
  } as const;
  const cmd = { actor: bureau, at: new Date() };
  const say = (what: string, ms: number, bytes?: number) => {
    const size = bytes === undefined ? '' : `, ${(bytes / 1e6).toFixed(1)} MB`;
    console.log(`     ${what}: ${ms.toFixed(0)} ms${size}`);
  };
  const started = performance.now();
  const report = await reports.publish(cmd, asked);
  say(`publish ${report.counts.rows} rows`, performance.now() - started);
  let bytes = 0;
  const csv = await timed(async () => {
    for await (const line of reportCsv(report, reports.itemsOf)) bytes += Buffer.byteLength(line);
  });
  say('csv', csv, bytes);
  const xlsx = await timed(async () => {
    const items = await gatherItems(report, reports.itemsOf);
    bytes = (await buffer(await reportWorkbook(report, new Map(), items))).length;
  });
  say('xlsx', xlsx, bytes);
  console.log(`     resident: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
}

const dataDir = await mkdtemp(join(tmpdir(), 'daqiao-bench-'));
const runtime = await createRuntimeDir();
const embedded = process.env.MONGODB_URI
  ? undefined
  : await startEmbeddedMongo({ dataDir, socketPath: runtime.socketPath('mongo.sock') });
const uri = process.env.MONGODB_URI ?? embedded!.uri;
const connection = await mongoose.createConnection(uri).asPromise();
const databases = ['alone', 'inside'].map((name) => connection.useDb(`bench_reports_${name}`));
try {
  for (const db of databases) await db.dropDatabase();
  const [alone, inside] = [await open(databases[0]!, half), await open(databases[1]!, whole)];
  const rows = [];
  for (const measure of measures) {
    for (const basis of bases) {
      const asked = { ...period, measure, basis, flow: 'absorbed', groupBy: 'field' } as const;
      const [a, b] = [
        await alone.service.summary(bureau, asked),
        await inside.service.summary(bureau, asked),
      ];
      if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error('The two sides differ.');
      rows.push(
        await compare(
          `summary ${measure} by ${basis}, ${a.agreements} agreements inside ${whole}`,
          '<= 3',
          'ms',
          rounds,
          () => timed(() => inside.service.summary(bureau, asked)),
          () => timed(() => alone.service.summary(bureau, asked)),
        ),
      );
    }
  }
  const asked = {
    ...period,
    measure: 'registered',
    basis: 'registered',
    flow: 'absorbed',
  } as const;
  const page = { limit: 100, sort: '-technologyValueFen' };
  const views: Record<string, (one: Opened) => Promise<unknown>> = {
    glance: ({ glances }) => glances.glance(bureau, asked),
    flows: ({ glances }) => glances.flows(bureau, asked, 'region'),
    'brokers’ table': ({ brokerTables }) => brokerTables.brokers(bureau, asked, page),
  };
  for (const [name, read] of Object.entries(views)) {
    const work = [() => timed(() => read(inside)), () => timed(() => read(alone))] as const;
    rows.push(await compare(`${name} inside ${whole}`, '<= 3', 'ms', rounds, ...work));
  }
  print(rows);
  await publishAndExport(alone);
} finally {
  for (const db of databases) await db.dropDatabase();
  await connection.close();
  await embedded?.close();
  await runtime.close();
  await rm(dataDir, { recursive: true, force: true });
}
