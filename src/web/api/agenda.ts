import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type { agendaAnswer } from '../../features/agenda/agenda-schema.ts';
import { lastDayOf } from '../kit/dates.ts';
import { call, type Query } from './client.ts';

export type Agenda = z.output<typeof agendaAnswer>;
export type AgendaItem = Agenda['items'][number];

/**
 * The day by which an item is to be done or takes place; none where nobody set one. A term that
 * runs out at 24:00 ends with the day before.
 */
export const dayOfItem = ({ due, at }: Pick<AgendaItem, 'due' | 'at'>): string | undefined =>
  due ?? (at === undefined ? undefined : lastDayOf(at));

/** What waits for the signed-in person and until when, overdue first. */
export const agendaQuery = (query: Query = {}) =>
  queryOptions({
    queryKey: ['/agenda', query],
    queryFn: ({ signal }) => call<Agenda>('GET', '/agenda', { query, signal }),
  });
