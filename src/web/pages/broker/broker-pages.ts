import type { RouteObject } from 'react-router';

export const brokerRoutes: RouteObject[] = [
  {
    path: 'today',
    lazy: async () => ({ Component: (await import('./today/today-page.tsx')).TodayPage }),
  },
  {
    path: 'needs',
    lazy: async () => ({ Component: (await import('./needs/needs-page.tsx')).NeedsPage }),
  },
  {
    path: 'needs/:id',
    lazy: async () => ({ Component: (await import('./need/need-desk-page.tsx')).NeedDeskPage }),
  },
  {
    path: 'needs/:id/compare',
    lazy: async () => ({ Component: (await import('./compare/compare-page.tsx')).ComparePage }),
  },
  {
    path: 'search',
    lazy: async () => ({ Component: (await import('./search/search-page.tsx')).SearchPage }),
  },
  {
    path: 'vetting',
    lazy: async () => ({ Component: (await import('./vetting/vetting-page.tsx')).VettingPage }),
  },
];
