import type { RouteObject } from 'react-router';

export const engagementRoutes: RouteObject[] = [
  {
    path: 'pipeline',
    lazy: async () => ({ Component: (await import('./pipeline/pipeline-page.tsx')).PipelinePage }),
  },
  {
    path: 'engagements/:id',
    lazy: async () => ({
      Component: (await import('./engagement/engagement-page.tsx')).EngagementPage,
    }),
  },
  {
    path: 'agreements',
    lazy: async () => ({
      Component: (await import('./agreements/agreements-page.tsx')).AgreementsPage,
    }),
  },
  {
    path: 'agreements/new',
    lazy: async () => ({
      Component: (await import('./agreements/new-agreement-page.tsx')).NewAgreementPage,
    }),
  },
  {
    path: 'agreements/:id',
    lazy: async () => ({
      Component: (await import('./agreements/agreement-page.tsx')).AgreementPage,
    }),
  },
  {
    path: 'agreements/:id/edit',
    lazy: async () => ({
      Component: (await import('./agreements/edit-agreement-page.tsx')).EditAgreementPage,
    }),
  },
  {
    path: 'calendar',
    lazy: async () => ({ Component: (await import('./calendar/calendar-page.tsx')).CalendarPage }),
  },
];
