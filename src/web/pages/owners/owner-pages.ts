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
  {
    path: 'capabilities',
    lazy: async () => ({
      Component: (await import('./capabilities/capability-list-page.tsx')).CapabilityListPage,
    }),
  },
  {
    path: 'capabilities/new',
    lazy: async () => ({
      Component: (await import('./capabilities/capability-new-page.tsx')).CapabilityNewPage,
    }),
  },
  {
    path: 'capabilities/:id',
    lazy: async () => ({
      Component: (await import('./capabilities/capability-page.tsx')).CapabilityPage,
    }),
  },
  {
    path: 'capabilities/:id/edit',
    lazy: async () => ({
      Component: (await import('./capabilities/capability-edit-page.tsx')).CapabilityEditPage,
    }),
  },
  {
    path: 'near-needs',
    lazy: async () => ({
      Component: (await import('./capabilities/near-needs-page.tsx')).NearNeedsPage,
    }),
  },
  {
    path: 'interest',
    lazy: async () => ({
      Component: (await import('./capabilities/interest-page.tsx')).InterestPage,
    }),
  },
  {
    path: 'imports',
    lazy: async () => ({
      Component: (await import('./imports/import-list-page.tsx')).ImportListPage,
    }),
  },
  {
    path: 'imports/:id',
    lazy: async () => ({ Component: (await import('./imports/import-page.tsx')).ImportPage }),
  },
  {
    path: 'tokens',
    lazy: async () => ({ Component: (await import('./tokens/token-page.tsx')).TokenPage }),
  },
];
