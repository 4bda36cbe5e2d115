import type { Change } from './difference.ts';

/** One line of a document's own history: who did what, when, and what it changed. */
export interface HistoryEntry {
  revision: number;
  at: Date;
  by: { id: string; name: string };
  action: string;
  note?: string;
  code?: string;
  requestId?: string;
  changes: Change[];
}

/** A command's Idempotency-Key, kept inside the document that the command changed. */
export interface RequestMark {
  key: string;
  hash: string;
  at: Date;
  answer?: { status: number; body: string };
}

/** A follow-up that is still owed: done once a job has read this revision or a later one. */
export interface Todo {
  topic: string;
  since: number;
}

/** What every document of the store carries. */
export interface Stored {
  _id: string;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  todo: Todo[];
}

/** A document's own fields, without what the store keeps. */
export type Fields<T extends Stored> = Omit<T, keyof Stored>;
