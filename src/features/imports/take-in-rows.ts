import type { Command } from '../../access/actor.ts';
import { AppError, type FieldError } from '../../errors.ts';
import type { HeaderReader } from './headers.ts';
import { mostErrorsOfARow, type Progress, type RowError } from './import.ts';
import { eachByKey } from './import-batches.ts';
import {
  contentNumber,
  type GivenRow,
  type Importer,
  type ImportTarget,
  type RowOutcome,
  readRow,
} from './importer.ts';
import type { SourceRow } from './row.ts';

/** Rows on their way at once; their look-ups and inserts are gathered into few round trips. */
const atATime = 100;

type Prepared = { source: SourceRow; row: GivenRow } | { source: SourceRow; faults: FieldError[] };

/** Writes one batch of rows through the feature, and counts; stops early when it is cancelled. */
export async function takeInRows(
  batch: readonly SourceRow[],
  parts: {
    cmd: Command;
    importer: Importer;
    target: ImportTarget;
    headers: HeaderReader;
    cancelled: AbortSignal;
  },
): Promise<{ counts: Omit<Progress, 'row' | 'activeMs'>; errors: RowError[] }> {
  const { cmd, importer, target, headers, cancelled } = parts;
  const prepared = batch.map((source) => prepare(source, importer, headers));
  const results = await eachByKey(prepared, keyOf, atATime, cancelled, async (one) =>
    'faults' in one ? one.faults : upsert(importer, cmd, one.row, target),
  );
  const counts = { done: 0, created: 0, changed: 0, unchanged: 0, failed: 0, errorCount: 0 };
  const errors: RowError[] = [];
  results.forEach((result, at) => {
    if (result === undefined) return;
    if (typeof result === 'string') {
      counts[result] += 1;
      counts.done += 1;
      return;
    }
    const { row, cells } = batch[at]!;
    const number = numberOf(prepared[at]!, cells, headers);
    counts.failed += 1;
    for (const fault of result.slice(0, mostErrorsOfARow)) {
      errors.push({ row, ...(number !== undefined && { externalId: number }), ...fault });
    }
  });
  counts.errorCount = errors.length;
  return { counts, errors };
}

function prepare(source: SourceRow, importer: Importer, headers: HeaderReader): Prepared {
  if (source.fault) return { source, faults: [source.fault] };
  try {
    const row = readRow(headers.of(Object.keys(source.cells)), source.cells, importer.stated);
    return { source, row: numbered(row, importer, headers) };
  } catch (error) {
    return { source, faults: faultsOf(error) };
  }
}

function numbered(
  row: Record<string, unknown>,
  importer: Importer,
  headers: HeaderReader,
): GivenRow {
  const { externalId } = row;
  if (typeof externalId === 'string') {
    return { ...row, externalId: externalId.normalize('NFC').trim() };
  }
  if (externalId !== undefined) throw new AppError(400, 'wrong_type', 'The number must be text.');
  if (importer.hasOtherKey?.(row)) return row as GivenRow;
  headers.warn({
    code: 'numbers_made',
    message: 'Rows without a number of their own got one made from their content.',
  });
  return { ...row, externalId: contentNumber(row) };
}

let strays = 0;

/** Rows of one thing are written one after the other, in the order of the file. */
function keyOf(one: Prepared): string {
  const { externalId } = 'row' in one ? one.row : {};
  if (externalId !== undefined) return `x ${externalId}`;
  strays += 1;
  return `n ${strays}`;
}

async function upsert(
  importer: Importer,
  cmd: Command,
  row: GivenRow,
  target: ImportTarget,
): Promise<RowOutcome | FieldError[]> {
  try {
    return await importer.upsert(cmd, row, target);
  } catch (error) {
    return faultsOf(error);
  }
}

/** What the caller did wrong is the row's fault; anything else is ours and ends the attempt. */
function faultsOf(error: unknown): FieldError[] {
  if (!(error instanceof AppError) || error.status >= 500) throw error;
  const { errors, code, message } = error;
  return errors.length > 0 ? errors : [{ path: '', code, message }];
}

const longestShown = 100;

/** Also of a row that could not be read: who looks for it looks by its number. */
function numberOf(
  one: Prepared,
  cells: Record<string, unknown>,
  headers: HeaderReader,
): string | undefined {
  const given = 'row' in one ? one.row.externalId : cells[headerOfNumber(cells, headers)];
  return typeof given === 'string' && given !== '' ? given.slice(0, longestShown) : undefined;
}

function headerOfNumber(cells: Record<string, unknown>, headers: HeaderReader): string {
  const byHeader = headers.of(Object.keys(cells));
  return [...byHeader].find(([, { name }]) => name === 'externalId')?.[0] ?? '';
}
