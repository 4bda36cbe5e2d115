import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { apiRoutes } from './api-routes.ts';
import type { Context } from './context.ts';
import { apiDocs } from './http/api-docs.ts';
import { mount } from './http/mount.ts';
import { openApi } from './http/openapi.ts';
import { problemHandler, unknownRoute } from './http/problem.ts';
import { webPages } from './http/web-pages.ts';
import { observeRequests } from './ops/observe-requests.ts';
import { opsRoutes } from './ops/ops-routes.ts';

/** The application, assembled; it never listens. */
export function createApp(ctx: Context): Express {
  const { config, clock } = ctx;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  // One proxy: an address that the client itself put into X-Forwarded-For is not believed.
  if (config.trustProxy) app.set('trust proxy', 1);
  const routes = apiRoutes(ctx);
  app.use(named, observeRequests(ctx), helmet(), opsRoutes(ctx));
  app.use(
    '/api/v1',
    mount(routes, {
      clock,
      authenticate: ctx.authenticate,
      checkAnswers: config.checkAnswers,
      bodyLimit: config.limits.bodyBytes,
    }),
  );
  const document = JSON.stringify(openApi(routes, '1'));
  app.get('/api/openapi.json', (_req, res) => void res.type('json').send(document));
  app.use('/api/docs', apiDocs());
  app.use(webPages());
  app.use(unknownRoute, problemHandler(ctx.log));
  return app;
}

/** Gives each request its id, taken over from a proxy where it looks like one. */
const named: RequestHandler = (req, res, next) => {
  const given = req.headers['x-request-id'];
  req.id = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
  res.set('X-Request-Id', req.id);
  next();
};
