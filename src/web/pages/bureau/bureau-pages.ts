import type { RouteObject } from 'react-router';

export const bureauRoutes: RouteObject[] = [];
