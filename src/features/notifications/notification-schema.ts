import * as z from 'zod';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { instantOut, queryBoolean } from '../../schema/scalars.ts';
import { notificationKinds } from '../../vocabulary.ts';

export const notificationAnswer = z.object({
  ...resource,
  kind: z.enum(notificationKinds),
  /** With the title of what it is about, as far as the reader may know it today. */
  subject: z.object({ kind: z.string(), id: z.string(), title: z.string().optional() }),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  readAt: instantOut.optional(),
});

export const notificationsQuery = listQuery({ unread: queryBoolean.optional() }, ['id']);
export const notificationsAnswer = listAnswer(notificationAnswer).extend({ unread: z.int() });
export const unreadAnswer = z.object({ unread: z.int() });
