import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { id, instantOut } from '../../schema/scalars.ts';
import { importKinds, importStatuses } from '../../vocabulary.ts';
import { cellKinds } from './column.ts';

export const importForm = z.strictObject({
  kind: z.enum(importKinds),
  organizationId: id.optional(),
});

const rowError = z.object({
  row: z.int(),
  externalId: z.string().optional(),
  path: z.string(),
  code: z.string(),
  message: z.string(),
});

export const importAnswer = z.object({
  ...resource,
  actions: actionList(['cancel']),
  kind: z.enum(importKinds),
  status: z.enum(importStatuses),
  organizationId: z.string().optional(),
  file: z.object({ name: z.string(), bytes: z.int(), sha256: z.string() }),
  /** Null until the rows are counted. */
  total: z.int().nullable(),
  done: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.int().nullable(),
  warnings: z.array(
    z.object({ code: z.string(), column: z.string().optional(), message: z.string() }),
  ),
  /** The first 1,000 (20 in lists); all of them are in `errors.csv`. */
  errors: z.array(rowError),
  errorCount: z.int(),
  failure: z.object({ code: z.string(), message: z.string(), row: z.int().optional() }).optional(),
  startedAt: instantOut.optional(),
  finishedAt: instantOut.optional(),
});
export type ImportAnswer = z.input<typeof importAnswer>;

export const columnsQuery = z.strictObject({ kind: z.enum(importKinds) });
export const columnsAnswer = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      /** Other headers that mean it. */
      also: z.array(z.string()),
      cell: z.enum(cellKinds),
      /** The codes that it takes, each with the names that may stand for it. */
      codes: z.array(z.object({ code: z.string(), names: z.array(z.string()) })).optional(),
      needed: z.boolean(),
    }),
  ),
});

export const importsQuery = listQuery(
  { kind: z.enum(importKinds).optional(), status: z.enum(importStatuses).optional() },
  ['id'],
);
export const importsAnswer = listAnswer(importAnswer);
