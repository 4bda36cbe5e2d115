import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type { columnsAnswer, ImportAnswer } from '../../features/imports/import-schema.ts';
import type { ImportKind } from '../../vocabulary.ts';
import { addressOf, call } from './client.ts';
import { resource } from './resource.ts';

export type { ImportAnswer };
export type ImportColumn = z.output<typeof columnsAnswer>['items'][number];

export const imports = resource<ImportAnswer>('/imports');

export const importColumns = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['/imports', 'columns', kind],
    queryFn: ({ signal }) =>
      call<{ items: ImportColumn[] }>('GET', '/imports/columns', { query: { kind }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const importTemplate = (kind: ImportKind, format: 'xlsx' | 'csv') =>
  addressOf(`/imports/template.${format}`, { kind });
export const importErrors = (id: string) => addressOf(`/imports/${id}/errors.csv`);
export const importEvents = (id: string) => addressOf(`/imports/${id}/events`);

export function uploadImport(
  input: { file: File; kind: ImportKind; organizationId?: string | undefined },
  idempotencyKey?: string,
): Promise<ImportAnswer> {
  const form = new FormData();
  form.append('kind', input.kind);
  if (input.organizationId) form.append('organizationId', input.organizationId);
  form.append('file', input.file);
  return call<ImportAnswer>('POST', '/imports', { body: form, idempotencyKey });
}
