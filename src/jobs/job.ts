import type { Logger } from 'pino';
import * as z from 'zod';
import type { DocumentStore } from '../store/document-store.ts';
import type { Stored } from '../store/stored.ts';

/** One BullMQ queue each; a long import never stands before a short notification. */
export const queueNames = [
  'matching',
  'meaning',
  'assignment',
  'engagements',
  'agreements',
  'imports',
  'notifications',
] as const;
export type QueueName = (typeof queueNames)[number];

export interface JobRun {
  log: Logger;
  /** Aborted when the service stops: finish the step at hand, keep what is done, return. */
  signal: AbortSignal;
}

/**
 * A job is a value. Payloads hold ids; a handler re-reads what it needs and may run twice, at the
 * same time as well.
 */
export interface Job<P = unknown> {
  name: string;
  queue: QueueName;
  payload: z.ZodType<P>;
  /** Tries before it counts as failed, with exponential pauses from one second; 5 when absent. */
  attempts?: number;
  handle(payload: P, run: JobRun): Promise<void>;
}

export function job<P>(definition: Job<P>): Job {
  return definition as Job;
}

/** A topic that documents name in their `todo`: the reconciler queues it again when it is owed. */
export interface FollowUp extends Job {
  follows: { subject: string; topic: string; owing(): AsyncIterable<{ _id: string }> };
}

export const followUpName = (subject: string, topic: string) => `${subject}-${topic}`;

/** The job behind a `todo` topic: handles the document as it is now, then takes the topic off. */
export function followUp<T extends Stored>(definition: {
  store: DocumentStore<T>;
  topic: string;
  queue: QueueName;
  attempts?: number;
  handle(id: string, run: JobRun): Promise<void>;
}): FollowUp {
  const { store, topic, queue, attempts } = definition;
  return {
    name: followUpName(store.subject, topic),
    queue,
    payload: z.object({ id: z.string() }),
    ...(attempts !== undefined && { attempts }),
    follows: { subject: store.subject, topic, owing: () => store.owing(topic) },
    async handle(payload, run) {
      const { id } = payload as { id: string };
      const revision = await store.revision(id);
      if (revision === null) return;
      await definition.handle(id, run);
      if (!run.signal.aborted) await store.settle(id, topic, revision);
    },
  };
}
