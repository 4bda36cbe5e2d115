import type { Response } from 'express';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { AppError, unavailable } from '../../errors.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { isFinished } from './import.ts';
import { presentImport } from './import-presenter.ts';

const lookMs = 400;
const beatMs = 15_000;
const errorsSent = 20;

/**
 * Sends an import's progress as it changes. It is read from the store, since the worker may be
 * another process; `progress` comes as long as it runs, `end` once it does not.
 */
export async function followImport(
  ctx: Pick<Context, 'imports' | 'events' | 'log'>,
  actor: Actor,
  id: string,
  res: Response,
): Promise<void> {
  let doc = await ctx.imports.get(actor, id);
  const stopped = new AbortController();
  const unlisten = ctx.events.listen(actor.id, {
    hear() {},
    catchUp() {},
    end: () => stopped.abort(),
  });
  if (unlisten === 'closing') throw unavailable('The stream of events');
  if (unlisten === 'too_many') {
    throw new AppError(429, 'too_many_streams', 'You have too many streams open.', {
      headers: { 'Retry-After': '30' },
    });
  }
  const stream = openEventStream(res);
  let sent = '';
  let quietMs = 0;
  try {
    while (!stream.closed.aborted && !stopped.signal.aborted) {
      const data = presentImport(actor, doc, errorsSent);
      const end = isFinished(doc.status);
      const now = JSON.stringify(data);
      if (now !== sent || end) stream.send({ event: end ? 'end' : 'progress', data });
      else if (quietMs >= beatMs) stream.beat();
      quietMs = now !== sent || quietMs >= beatMs ? 0 : quietMs + lookMs;
      sent = now;
      if (end) break;
      await new Promise((done) => setTimeout(done, lookMs));
      doc = await ctx.imports.get(actor, id);
    }
  } catch (error) {
    ctx.log.debug({ err: (error as Error).message }, 'import events');
  } finally {
    unlisten();
    stream.end();
  }
}
