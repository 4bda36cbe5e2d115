import type { RouteObject } from 'react-router';

export const ownerRoutes: RouteObject[] = [
  {
    path: 'needs/new',
    lazy: async () => ({ Component: (await import('./need-new-page.tsx')).NeedNewPage }),
  },
  {
    path: 'needs/:id/edit',
    lazy: async () => ({ Component: (await import('./need-edit-page.tsx')).NeedEditPage }),
  },
];
