import type { Connection } from 'mongoose';
import type { NewId } from '../ids.ts';
import type { Nudge } from './document-store.ts';

/** What every store is built from. */
export interface StoreKit {
  db: Connection;
  newId: NewId;
  nudge: Nudge;
}
