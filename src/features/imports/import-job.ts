import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Command, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { type Job, type JobRun, job } from '../../jobs/job.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { FileContent } from '../files/file-content.ts';
import { headerRank } from './column.ts';
import { headerReader } from './headers.ts';
import { type Import, isFinished, type Progress } from './import.ts';
import { batches } from './import-batches.ts';
import { type Importers, importJobName } from './import-service.ts';
import type { ImportStore } from './import-store.ts';
import { type ImportWatch, watchImport } from './import-watch.ts';
import type { Importer } from './importer.ts';
import { inspectSource } from './inspect-source.ts';
import type { SourceRow } from './row.ts';
import { type Source, SourceError, type SourceShape } from './source.ts';
import { sourceRows } from './source-rows.ts';
import { takeInRows } from './take-in-rows.ts';

export interface ImportRunParts {
  imports: ImportStore;
  importers: Importers;
  content: Pick<FileContent, 'open'>;
  queues: Pick<Queues, 'add'>;
  clock: Clock;
  /** How long an import stays with a worker that shows no life, and how often it shows some. */
  times?: { leaseMs: number; pulseMs: number };
}

/** Times that an import is taken up without coming any further before it counts as failed. */
const mostTries = 8;

const system = unscoped('the import job');

class Stopped extends Error {}

/** Runs imports: reads a stored file row by row, and can go on where another worker was killed. */
export function importJob(parts: ImportRunParts): Job {
  return job({
    name: importJobName,
    queue: 'imports',
    payload: z.object({ id: z.string() }),
    handle: ({ id }, run) => runImport(parts, id, run),
  });
}

async function runImport(parts: ImportRunParts, id: string, run: JobRun): Promise<void> {
  const { imports, queues } = parts;
  const times = parts.times ?? { leaseMs: 15_000, pulseMs: 300 };
  const token = randomUUID();
  const now = new Date();
  const until = new Date(now.getTime() + times.leaseMs);
  const doc = await imports.claim(id, { token, until }, now);
  if (!doc) return comeBack(parts, id);
  const watch = watchImport(imports, id, token, times);
  try {
    await readThrough(parts, doc, token, watch, run.signal);
    await imports.release(id, token);
  } catch (error) {
    await imports.release(id, token);
    if (!(error instanceof Stopped)) throw error;
    if (watch.cancelled.aborted || watch.lost.aborted) return;
    await queues.add(importJobName, { id }, { id: `${id}-${now.getTime()}` }).catch(() => {});
  } finally {
    watch.end();
  }
}

/** Another worker seems to have it: looks again once its time is over, should it be dead. */
async function comeBack({ imports, queues }: ImportRunParts, id: string): Promise<void> {
  const doc = await imports.find(system, { _id: id });
  if (!doc?.lease || isFinished(doc.status)) return;
  const until = doc.lease.until.getTime();
  const delayMs = Math.max(0, until - Date.now()) + 100;
  await queues.add(importJobName, { id }, { id: `${id}-${until}`, delayMs });
}

async function readThrough(
  parts: ImportRunParts,
  doc: Import,
  token: string,
  watch: ImportWatch,
  stop: AbortSignal,
): Promise<void> {
  const { imports, importers, content, clock } = parts;
  const importer = importers[doc.kind];
  const stopped = AbortSignal.any([stop, watch.cancelled, watch.lost]);
  const source: Source = {
    name: doc.file.name,
    bytes: doc.file.bytes,
    open: (range) => untilStopped(content.open(doc.file.id, range), stopped),
  };
  const cmd: Command = {
    actor: doc.by,
    at: clock.now(),
    requestId: `import-${doc._id}`,
    bulk: true,
  };
  try {
    if (doc.tries > mostTries) {
      throw new SourceError('internal_error', 'The import could not be carried out here.');
    }
    const shape = doc.source ?? (await learn(parts, doc, token, source));
    const headers = headerReader(importer.columns, doc.warnings);
    for (const name of 'unread' in shape ? shape.unread : []) headers.warn(unreadSheet(name));
    let { progress } = doc;
    let since = performance.now();
    const rows = sourceRows(source, shape, (names) => needKnownColumn(names, importer));
    for await (const batch of batches(onlyAfter(rows, progress.row))) {
      const { counts, errors } = await takeInRows(batch, {
        cmd: { ...cmd, at: clock.now() },
        importer,
        target: { organizationId: doc.organizationId, warn: headers.warn },
        headers,
        cancelled: AbortSignal.any([watch.cancelled, watch.lost]),
      });
      const now = performance.now();
      progress = plus(progress, counts, batch.at(-1)!.row, now - since);
      since = now;
      const news = headers.news();
      if (news) await imports.warn(doc._id, token, news);
      const step = { firstRow: batch[0]!.row, progress, errors, at: clock.now() };
      const kept = await imports.checkpoint(doc._id, token, step);
      if (!kept || stopped.aborted) throw new Stopped();
    }
    await finish(parts, cmd, doc._id, { status: 'done' });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { code, message, row } = error;
    const failure = { code, message, ...(row !== undefined && { row }) };
    await finish(parts, cmd, doc._id, { status: 'failed', failure });
  }
}

async function learn(
  { imports, importers, clock }: ImportRunParts,
  doc: Import,
  token: string,
  source: Source,
): Promise<SourceShape> {
  await imports.learnt(doc._id, token, { startedAt: doc.startedAt ?? clock.now() });
  const { columns } = importers[doc.kind];
  const shape = await inspectSource(source, (names) => headerRank(names, columns));
  await imports.learnt(doc._id, token, { source: shape });
  return shape;
}

const unreadSheet = (name: string) => ({
  code: 'unread_sheet',
  column: name.slice(0, 100),
  message: 'Only the first sheet with a header is read.',
});

async function finish(
  { imports, clock }: ImportRunParts,
  cmd: Command,
  id: string,
  end: Pick<Import, 'status' | 'failure'>,
): Promise<void> {
  const at = clock.now();
  await imports.change(
    { ...cmd, at },
    system,
    id,
    { action: end.status, todo: ['notify'] },
    ({ status }) => (isFinished(status) ? {} : { ...end, finishedAt: at }),
  );
}

/** A list without a single column that is known is no list of these things at all. */
function needKnownColumn(names: string[], importer: Importer) {
  if (headerRank(names, importer.columns) > 0) return;
  const wanted = importer.columns.map(({ name, also }) => also?.at(-1) ?? name).slice(0, 6);
  throw new SourceError(
    'no_known_column',
    `No column of the first row is known. It must name columns such as ${wanted.join(', ')}.`,
    1,
  );
}

function plus(
  progress: Progress,
  counts: Omit<Progress, 'row' | 'activeMs'>,
  row: number,
  ms: number,
): Progress {
  const next = { ...progress, row, activeMs: Math.round(progress.activeMs + ms) };
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) next[key] += counts[key];
  return next;
}

async function* onlyAfter(rows: AsyncIterable<SourceRow>, last: number) {
  for await (const row of rows) if (row.row > last) yield row;
}

async function* untilStopped(source: AsyncIterable<Buffer>, stopped: AbortSignal) {
  for await (const chunk of source) {
    if (stopped.aborted) throw new Stopped();
    yield chunk;
  }
}
