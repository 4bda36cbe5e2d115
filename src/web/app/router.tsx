import { type ComponentType, lazy, Suspense } from 'react';
import { BrowserRouter, type RouteObject, useRoutes } from 'react-router';
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
const addresses = loadedWhenOpened([
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
  { Component: SignedIn, children: [{ Component: Shell, children: signedIn }] },
]);

/**
 * The page of the present address. It is drawn in the same moment as the address changes: drawn
 * later, a press in between would meet the page of the address before, and be lost.
 */
export function Router() {
  return (
    <BrowserRouter useTransitions={false}>
      <PageFault>
        <Suspense>
          <Addresses />
        </Suspense>
      </PageFault>
    </BrowserRouter>
  );
}

const Addresses = () => useRoutes(addresses);

/**
 * Turns each page's `lazy` into a component that React loads itself: the library's own loading
 * comes with a router of three times the size.
 */
function loadedWhenOpened(routes: RouteObject[]): RouteObject[] {
  return routes.map(({ lazy: load, children, ...route }) => ({
    ...route,
    ...(typeof load === 'function' && {
      Component: lazy(async () => ({ default: (await load()).Component as ComponentType })),
    }),
    ...(children && { children: loadedWhenOpened(children) }),
  })) as RouteObject[];
}
