import type { Actor } from '../../access/actor.ts';
import type { FieldError } from '../../errors.ts';
import type { Stored } from '../../store/stored.ts';
import type { ImportKind, ImportStatus } from '../../vocabulary.ts';
import type { SourceShape } from './source.ts';

/** One fault of one row; `row` as a spreadsheet or an editor numbers it (a header is row 1). */
export interface RowError extends FieldError {
  row: number;
  /** The row's own number, where it has one that can be read. */
  externalId?: string;
}

export interface ImportWarning {
  code: string;
  column?: string;
  message: string;
}

/** What has been taken in up to a checkpoint; every figure belongs to the same rows. */
export interface Progress {
  /** The last row that was taken in; a resumed import goes on after it. */
  row: number;
  /** Rows that are in the store as the file says, and of these the new, changed and same ones. */
  done: number;
  created: number;
  changed: number;
  unchanged: number;
  failed: number;
  /** Faults of all failed rows; a row may have several. */
  errorCount: number;
  /** Time spent on these rows. */
  activeMs: number;
}

export const noProgress: Progress = {
  row: 0,
  done: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  failed: 0,
  errorCount: 0,
  activeMs: 0,
};

/** An import: an uploaded file of rows, and how far it has come. */
export interface Import extends Stored {
  kind: ImportKind;
  status: ImportStatus;
  district: string;
  /** The organization that all rows belong to, where the upload named one. */
  organizationId?: string | undefined;
  /** Who uploaded it: its rows are written as this person's, with the rights of that moment. */
  by: Pick<Actor, 'id' | 'name' | 'roles' | 'organizationId' | 'district'>;
  file: {
    id: string;
    name: string;
    type: string;
    bytes: number;
    sha256: string;
    /** When its content was let go, some time after the import ended. */
    droppedAt?: Date;
  };
  /** Known once the file was looked through. */
  source?: SourceShape | undefined;
  progress: Progress;
  warnings: ImportWarning[];
  /** The first ones; all of them are kept beside. */
  errors: RowError[];
  /** Why the file as a whole could not be read, or not to its end. */
  failure?: { code: string; message: string; row?: number | undefined } | undefined;
  startedAt?: Date | undefined;
  finishedAt?: Date | undefined;
  /** The worker that has it, and until when unless it shows signs of life. */
  lease?: { token: string; until: Date } | undefined;
  /** Times it was taken up since it last came further. */
  tries: number;
}

/** How long the uploaded rows themselves stay after the end, for whoever looks into a failure. */
export const contentForMs = 7 * 24 * 60 * 60 * 1000;

export const mostErrorsShown = 1_000;
export const mostErrorsOfARow = 50;

export const isFinished = (status: ImportStatus) => status !== 'queued' && status !== 'running';

/** Rows a second and seconds left, from what has been taken in so far. */
export function paceOf({ status, progress, source }: Import) {
  const rows = progress.done + progress.failed;
  const rowsPerSecond =
    progress.activeMs > 0 ? Math.round((rows / progress.activeMs) * 10_000) / 10 : null;
  if (isFinished(status)) return { rowsPerSecond, secondsLeft: 0 };
  if (!source || !rowsPerSecond) return { rowsPerSecond, secondsLeft: null };
  const left = Math.max(0, source.total - rows);
  return { rowsPerSecond, secondsLeft: Math.ceil(left / rowsPerSecond) };
}

/** Rows in the file: counted beforehand, exact once all are read; null until counted. */
export function totalOf({ status, progress, source }: Import): number | null {
  const rows = progress.done + progress.failed;
  if (status === 'done') return rows;
  return source ? Math.max(source.total, rows) : null;
}
