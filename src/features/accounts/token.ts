import { randomBytes } from 'node:crypto';
import type { Stored } from '../../store/stored.ts';

/** A program's key to the service: it acts as its person does now, within its scopes. */
export interface Token extends Stored {
  userId: string;
  district: string;
  name: string;
  scopes: string[];
  hash: string;
  expiresAt: Date;
  revokedAt?: Date;
}

/** What a scope may name: the first part of an address under `/api/v1`. */
export const tokenResources = [
  '*',
  'agenda',
  'agreements',
  'assignments',
  'audit',
  'brokers',
  'capabilities',
  'engagements',
  'events',
  'files',
  'holidays',
  'imports',
  'matches',
  'needs',
  'notifications',
  'organizations',
  'rankers',
  'reports',
  'search',
  'session',
  'settings',
  'tokens',
  'users',
] as const;

const tokenPrefix = 'dq_';

export const newTokenSecret = () => tokenPrefix + randomBytes(32).toString('base64url');
