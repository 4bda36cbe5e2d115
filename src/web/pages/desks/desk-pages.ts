import type { RouteObject } from 'react-router';

export const deskRoutes: RouteObject[] = [
  {
    path: 'assignment',
    lazy: async () => ({
      Component: (await import('./assignment/assignment-page.tsx')).AssignmentPage,
    }),
  },
  {
    path: 'registration',
    lazy: async () => ({
      Component: (await import('./registration/registration-page.tsx')).RegistrationPage,
    }),
  },
  {
    path: 'people',
    lazy: async () => ({ Component: (await import('./people/people-page.tsx')).PeoplePage }),
  },
  {
    path: 'people/:id',
    lazy: async () => ({ Component: (await import('./people/person-page.tsx')).PersonPage }),
  },
  {
    path: 'organizations',
    lazy: async () => ({
      Component: (await import('./organizations/organizations-page.tsx')).OrganizationsPage,
    }),
  },
  {
    path: 'organizations/new',
    lazy: async () => ({
      Component: (await import('./organizations/new-organization-page.tsx')).NewOrganizationPage,
    }),
  },
  {
    path: 'organizations/:id',
    lazy: async () => ({
      Component: (await import('./organizations/organization-page.tsx')).OrganizationPage,
    }),
  },
  {
    path: 'organizations/:id/edit',
    lazy: async () => ({
      Component: (await import('./organizations/edit-organization-page.tsx')).EditOrganizationPage,
    }),
  },
  {
    path: 'settings',
    lazy: async () => ({ Component: (await import('./settings/settings-page.tsx')).SettingsPage }),
  },
  {
    path: 'settings/rankers',
    lazy: async () => ({ Component: (await import('./settings/rankers-page.tsx')).RankersPage }),
  },
  {
    path: 'audit',
    lazy: async () => ({ Component: (await import('./audit/audit-page.tsx')).AuditPage }),
  },
];
