import type { FileAnswer } from '../../features/files/file-schema.ts';
import { addressOf, call } from './client.ts';

/** Keeps a file for a day; it stays once it is attached to something. */
export function uploadFile(file: File, idempotencyKey?: string): Promise<FileAnswer> {
  const form = new FormData();
  form.append('file', file);
  return call<FileAnswer>('POST', '/files', { body: form, idempotencyKey });
}

export const fileAddress = (id: string): string => addressOf(`/files/${id}`);
