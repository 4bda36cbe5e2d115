import type { Query } from '../../../api/client.ts';

export const heaps = [
  'applied',
  'signed',
  'duplicate',
  'registered',
  'deregistered',
  'revoked',
] as const;
export type Heap = (typeof heaps)[number];

/** How the service finds a heap: what is due first, or the newest. */
export function heapQuery(heap: Heap, number?: string): Query {
  switch (heap) {
    case 'applied':
      return { status: 'applied', sort: 'registrationDueOn' };
    case 'signed':
      return { status: 'signed', sort: 'signedAt' };
    case 'duplicate':
      return { duplicate: true, sort: '-id' };
    case 'registered':
      return { status: 'registered', sort: '-id', number };
    default:
      return { status: heap, sort: '-id' };
  }
}
