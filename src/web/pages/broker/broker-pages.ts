import type { RouteObject } from 'react-router';

export const brokerRoutes: RouteObject[] = [];
