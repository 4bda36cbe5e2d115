import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/** One log line and one measurement per request; the route's pattern, never the address with its ids and query. */
export function observeRequests(options: {
  log: Logger;
  metrics: Pick<Metrics, 'onRequest'>;
}): RequestHandler {
  const { log, metrics } = options;
  return (req, res, next) => {
    const begun = performance.now();
    // `close` also comes when the client went away before the answer.
    res.once('close', () => {
      const seconds = (performance.now() - begun) / 1000;
      const route: string = req.route?.path ?? 'unknown';
      const seen = { method: req.method, route, status: res.statusCode, seconds };
      metrics.onRequest(seen);
      log.info(
        {
          requestId: req.id,
          method: seen.method,
          route,
          status: seen.status,
          ms: Math.round(seconds * 10_000) / 10,
          actorId: req.actor?.id,
          ...(!res.writableFinished && { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
}
