import express, { type Router } from 'express';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz`, `/readyz` and `/metrics`: outside the API, for those who run the service. */
export function opsRoutes(options: { health: Health; metrics: Metrics }): Router {
  const { health, metrics } = options;
  const router = express.Router();
  router.use(['/healthz', '/readyz', '/metrics'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', (_req, res) => void res.json(health.live()));
  router.get('/readyz', async (_req, res) => {
    const { httpStatus, body } = await health.ready();
    res.status(httpStatus).json(body);
  });
  router.get('/metrics', async (_req, res) => {
    const text = await metrics.text();
    res.set('Content-Type', metrics.contentType).send(text);
  });
  return router;
}
