import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Values = Record<string, string | undefined>;

/** The parameters of the address, and a way to change some; `undefined` or '' takes one away. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (values: Values | ((now: URLSearchParams) => Values), { replace = true } = {}) => {
      // Read from the window: what was changed a moment ago may not be drawn yet.
      const next = new URLSearchParams(window.location.search);
      const changed = typeof values === 'function' ? values(next) : values;
      for (const [name, value] of Object.entries(changed)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      setParams(next, { replace, preventScrollReset: true });
    },
    [setParams],
  );
  return [params, change] as const;
}
