import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { Actor, Command } from '../../access/actor.ts';
import { AppError, type FieldError, invalid } from '../../errors.ts';
import { fieldErrors } from '../../http/validation.ts';
import { difference } from '../../store/difference.ts';
import type { ImportKind } from '../../vocabulary.ts';
import { type Column, readCell } from './column.ts';
import type { ImportWarning } from './import.ts';

export type RowOutcome = 'created' | 'changed' | 'unchanged';

/** One row as an importer takes it: values by the contract's field names, `null` for "no value". */
export type GivenRow = Record<string, unknown> & { externalId?: string };

/** What stands behind a row that names no owner. */
export interface ImportTarget {
  /** The organization that the whole import was uploaded for. */
  organizationId?: string | undefined;
  /** Tells the uploader once of something that stops no row. */
  warn?(warning: ImportWarning): void;
}

/** How the rows of one kind come in; each kind is written through its own feature's service. */
export interface Importer {
  kind: ImportKind;
  columns: readonly Column[];
  /** The patch of the thing: says what else is wrong with a row that has a cell that is none. */
  stated?: z.ZodObject;
  /** Refuses an actor, or an organization, before a file is taken; answers whose its rows are. */
  admit(actor: Actor, target: ImportTarget): Promise<ImportTarget>;
  /** Whether a row without a number is known by something else, such as a credit code. */
  hasOtherKey?(row: Record<string, unknown>): boolean;
  upsert(cmd: Command, row: GivenRow, target: ImportTarget): Promise<RowOutcome>;
}

/** A file's row read by the columns of a kind; every wrong cell is reported at once. */
export function readRow(
  byHeader: ReadonlyMap<string, Column>,
  cells: Record<string, unknown>,
  stated?: z.ZodObject,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const faults: FieldError[] = [];
  for (const [header, column] of byHeader) {
    if (!Object.hasOwn(cells, header)) continue;
    const cell = readCell(column, cells[header]);
    if ('fault' in cell) faults.push(cell.fault);
    else if (cell.value !== null || column.empty !== 'kept') row[column.name] = cell.value;
  }
  if (faults.length > 0) throw invalid([...faults, ...otherFaults(row, stated)]);
  return row;
}

/** What the thing's own rules say of the cells that could be read. */
function otherFaults(row: Record<string, unknown>, stated: z.ZodObject | undefined): FieldError[] {
  if (!stated) return [];
  const known = Object.entries(row).filter(([name]) => name in stated.shape);
  const result = stated.safeParse(Object.fromEntries(known), { reportInput: true });
  return result.success ? [] : fieldErrors(result.error);
}

/**
 * The number of a row without one, made from all that it says: the same row twice is the same
 * thing, so an import may be repeated or resumed.
 */
export function contentNumber(row: Record<string, unknown>): string {
  const said = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return `row-${hash.slice(0, 24)}`;
}

/** Values for a new document: what a row leaves empty is absent. */
export const forCreate = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** The part of a patch that says something new; `null` when nothing is. */
export function onlyChanges<P extends object>(doc: object, patch: P): P | null {
  const news = Object.entries(patch).filter(
    ([key, value]) => difference((doc as Record<string, unknown>)[key], value).length > 0,
  );
  return news.length > 0 ? (Object.fromEntries(news) as P) : null;
}

/** Creates where nothing is there yet; when another worker was faster, looks again. */
export async function upsertBy<D extends { _id: string }>(steps: {
  find(): Promise<D | null>;
  create(): Promise<unknown>;
  change(doc: D): Promise<RowOutcome>;
}): Promise<RowOutcome> {
  const found = await steps.find();
  if (found) return steps.change(found);
  try {
    await steps.create();
    return 'created';
  } catch (error) {
    const raced = error instanceof AppError && error.code === 'already_exists';
    const now = raced ? await steps.find() : null;
    if (!now) throw error;
    return steps.change(now);
  }
}
