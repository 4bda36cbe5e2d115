import type { Context } from './context.ts';
import { sessionRoutes } from './features/accounts/session-routes.ts';
import { tokenRoutes } from './features/accounts/token-routes.ts';
import { userRoutes } from './features/accounts/user-routes.ts';
import { agendaRoutes } from './features/agenda/agenda-routes.ts';
import { holidayRoutes } from './features/agenda/holiday-routes.ts';
import { agreementRoutes } from './features/agreements/agreement-routes.ts';
import { auditRoutes } from './features/audit/audit-routes.ts';
import { assignmentRoutes } from './features/brokers/assignment-routes.ts';
import { brokerRoutes } from './features/brokers/broker-routes.ts';
import { capabilityRoutes } from './features/capabilities/capability-routes.ts';
import { engagementRoutes } from './features/engagements/engagement-routes.ts';
import { instituteRecordRoutes } from './features/engagements/institute-record-routes.ts';
import { fileRoutes } from './features/files/file-routes.ts';
import { importRoutes } from './features/imports/import-routes.ts';
import { matchRoutes } from './features/matching/match-routes.ts';
import { rankerRoutes } from './features/matching/ranker-routes.ts';
import { searchRoutes } from './features/matching/search-routes.ts';
import { adviceRoutes } from './features/needs/advice-routes.ts';
import { needRoutes } from './features/needs/need-routes.ts';
import { eventRoutes } from './features/notifications/event-routes.ts';
import { notificationRoutes } from './features/notifications/notification-routes.ts';
import { organizationRoutes } from './features/organizations/organization-routes.ts';
import { brokerTableRoutes } from './features/reports/report-broker-routes.ts';
import { frozenReportRoutes } from './features/reports/report-frozen-routes.ts';
import { funnelRoutes } from './features/reports/report-funnel-routes.ts';
import { glanceRoutes } from './features/reports/report-glance-routes.ts';
import { reportRoutes } from './features/reports/report-routes.ts';
import { settingsRoutes } from './features/settings/settings-routes.ts';
import type { Route } from './http/route.ts';

/** Every route of the contract. */
export function apiRoutes(ctx: Context): Route[] {
  return [
    ...sessionRoutes(ctx),
    ...tokenRoutes(ctx),
    ...userRoutes(ctx),
    ...settingsRoutes(ctx),
    ...auditRoutes(ctx),
    ...organizationRoutes(ctx),
    ...adviceRoutes(ctx),
    ...needRoutes(ctx),
    ...capabilityRoutes(ctx),
    ...matchRoutes(ctx),
    ...rankerRoutes(ctx),
    ...searchRoutes(ctx),
    ...engagementRoutes(ctx),
    ...agendaRoutes(ctx),
    ...instituteRecordRoutes(ctx),
    ...holidayRoutes(),
    ...agreementRoutes(ctx),
    ...glanceRoutes(ctx),
    ...funnelRoutes(ctx),
    ...brokerTableRoutes(ctx),
    ...reportRoutes(ctx),
    ...frozenReportRoutes(ctx),
    ...notificationRoutes(ctx),
    ...eventRoutes(ctx),
    ...brokerRoutes(ctx),
    ...assignmentRoutes(ctx),
    ...fileRoutes(ctx),
    ...importRoutes(ctx),
  ];
}
