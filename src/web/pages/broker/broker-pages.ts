import type { RouteObject } from 'react-router';

export const brokerRoutes: RouteObject[] = [
  {
    path: 'needs/:id',
    lazy: async () => ({ Component: (await import('./need/need-desk-page.tsx')).NeedDeskPage }),
  },
];
