import type { RouteObject } from 'react-router';

export const ownerRoutes: RouteObject[] = [];
