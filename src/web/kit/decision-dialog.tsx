import { lazy, Suspense } from 'react';
import type { Decision } from './decision-form.tsx';

const DecisionForm = lazy(async () => ({
  default: (await import('./decision-form.tsx')).DecisionForm,
}));

/** A `DecisionForm`, loaded when the first decision is asked for. */
export function DecisionDialog(decision: Decision) {
  return (
    <Suspense>
      <DecisionForm {...decision} />
    </Suspense>
  );
}
