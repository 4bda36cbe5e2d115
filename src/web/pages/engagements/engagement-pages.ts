import type { RouteObject } from 'react-router';

export const engagementRoutes: RouteObject[] = [];
