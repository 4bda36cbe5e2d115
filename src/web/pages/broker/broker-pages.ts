import type { RouteObject } from 'react-router';

export const brokerRoutes: RouteObject[] = [
  {
    path: 'today',
    lazy: async () => ({ Component: (await import('./today/today-page.tsx')).TodayPage }),
  },
  {
    path: 'needs/:id',
    lazy: async () => ({ Component: (await import('./need/need-desk-page.tsx')).NeedDeskPage }),
  },
];
