import { lazy, Suspense } from 'react';
import type { Stale } from './stale-comparison.tsx';

const StaleComparison = lazy(async () => ({
  default: (await import('./stale-comparison.tsx')).StaleComparison,
}));

/** A `StaleComparison`, loaded when the first edit turns out to be stale. */
export function StaleDialog(stale: Stale) {
  return (
    <Suspense>
      <StaleComparison {...stale} />
    </Suspense>
  );
}
