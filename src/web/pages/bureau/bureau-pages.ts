import type { RouteObject } from 'react-router';

export const bureauRoutes: RouteObject[] = [
  {
    path: 'glance',
    lazy: async () => ({ Component: (await import('./glance/glance-page.tsx')).GlancePage }),
  },
  {
    path: 'rows',
    lazy: async () => ({ Component: (await import('./rows/rows-page.tsx')).RowsPage }),
  },
  {
    path: 'reports',
    lazy: async () => ({
      Component: (await import('./published/reports-page.tsx')).ReportsPage,
    }),
  },
  {
    path: 'reports/:id',
    lazy: async () => ({ Component: (await import('./published/report-page.tsx')).ReportPage }),
  },
  {
    path: 'reports/:id/print',
    lazy: async () => ({ Component: (await import('./published/print-page.tsx')).PrintPage }),
  },
];
