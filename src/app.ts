import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Context } from './context.ts';
import { sessionRoutes } from './features/accounts/session-routes.ts';
import { tokenRoutes } from './features/accounts/token-routes.ts';
import { userRoutes } from './features/accounts/user-routes.ts';
import { auditRoutes } from './features/audit/audit-routes.ts';
import { assignmentRoutes } from './features/brokers/assignment-routes.ts';
import { brokerRoutes } from './features/brokers/broker-routes.ts';
import { capabilityRoutes } from './features/capabilities/capability-routes.ts';
import { fileRoutes } from './features/files/file-routes.ts';
import { importRoutes } from './features/imports/import-routes.ts';
import { needRoutes } from './features/needs/need-routes.ts';
import { eventRoutes } from './features/notifications/event-routes.ts';
import { notificationRoutes } from './features/notifications/notification-routes.ts';
import { organizationRoutes } from './features/organizations/organization-routes.ts';
import { settingsRoutes } from './features/settings/settings-routes.ts';
import { apiDocs } from './http/api-docs.ts';
import { mount } from './http/mount.ts';
import { openApi } from './http/openapi.ts';
import { problemHandler, unknownRoute } from './http/problem.ts';
import type { Route } from './http/route.ts';
import { observeRequests } from './ops/observe-requests.ts';
import { opsRoutes } from './ops/ops-routes.ts';

/** Every route of the contract. */
export function apiRoutes(ctx: Context): Route[] {
  return [
    ...sessionRoutes(ctx),
    ...tokenRoutes(ctx),
    ...userRoutes(ctx),
    ...settingsRoutes(ctx),
    ...auditRoutes(ctx),
    ...organizationRoutes(ctx),
    ...needRoutes(ctx),
    ...capabilityRoutes(ctx),
    ...notificationRoutes(ctx),
    ...eventRoutes(ctx),
    ...brokerRoutes(ctx),
    ...assignmentRoutes(ctx),
    ...fileRoutes(ctx),
    ...importRoutes(ctx),
  ];
}

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
