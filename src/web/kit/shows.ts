import type { ReactNode } from 'react';

/** Whether a value puts anything on the page; 0 does. */
export const shows = (value: ReactNode): boolean =>
  value !== undefined && value !== null && value !== '' && typeof value !== 'boolean';
