import { lazy, Suspense } from 'react';
import type { Stale } from './stale-comparison.tsx';

const StaleComparison = lazy(async () => ({
  default: (await import('./stale-comparison.tsx')).StaleComparison,
})) as <V extends object>(stale: Stale<V>) => React.ReactNode;

/** Both versions of a stale edit; loaded when the first edit turns out to be stale. */
export function StaleDialog<V extends object>({ stale }: { stale: Stale<V> | undefined }) {
  return <Suspense>{stale && <StaleComparison {...stale} />}</Suspense>;
}
