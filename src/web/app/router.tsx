import { createBrowserRouter, type RouteObject } from 'react-router';
import { brokerRoutes } from '../pages/broker/broker-pages.ts';
import { bureauRoutes } from '../pages/bureau/bureau-pages.ts';
import { deskRoutes } from '../pages/desks/desk-pages.ts';
import { engagementRoutes } from '../pages/engagements/engagement-pages.ts';
import { ownerRoutes } from '../pages/owners/owner-pages.ts';
import { Home } from './home.tsx';
import { PageFault } from './page-fault.tsx';
import { Shell } from './shell.tsx';
import { SignedIn } from './signed-in.tsx';

const signedIn: RouteObject[] = [
  { index: true, Component: Home },
  ...brokerRoutes,
  ...engagementRoutes,
  ...ownerRoutes,
  ...bureauRoutes,
  ...deskRoutes,
  {
    path: 'account',
    lazy: async () => ({
      Component: (await import('../pages/account/account-page.tsx')).AccountPage,
    }),
  },
  {
    path: 'inbox',
    lazy: async () => ({ Component: (await import('../pages/account/inbox-page.tsx')).InboxPage }),
  },
  {
    path: '*',
    lazy: async () => ({ Component: (await import('./not-found.tsx')).NotFound }),
  },
];

/** Every address of the web app; the pages of an audience are loaded when they are opened. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: PageFault,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('../pages/account/sign-in.tsx')).SignIn }),
      },
      {
        path: '/invitation',
        lazy: async () => ({
          Component: (await import('../pages/account/invitation.tsx')).Invitation,
        }),
      },
      {
        Component: SignedIn,
        children: [
          {
            Component: Shell,
            children: [{ ErrorBoundary: PageFault, children: signedIn }],
          },
        ],
      },
    ],
  },
]);
