import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type { agendaAnswer } from '../../features/agenda/agenda-schema.ts';
import { call, type Query } from './client.ts';

export type Agenda = z.output<typeof agendaAnswer>;
export type AgendaItem = Agenda['items'][number];

/** What waits for the signed-in person and until when, overdue first. */
export const agendaQuery = (query: Query = {}) =>
  queryOptions({
    queryKey: ['/agenda', query],
    queryFn: ({ signal }) => call<Agenda>('GET', '/agenda', { query, signal }),
  });
