import type { NeedChange } from '../../api/needs.ts';
import { type NeedValues, needInput } from './need-values.ts';

/** The merge patch from one version to another: `null` takes away what was emptied. */
export function needChange(before: NeedValues, after: NeedValues): NeedChange {
  return mergeChange(needInput(before), needInput(after)) as NeedChange;
}

/** Top-level values that differ; `null` where the newer one has none. */
export function mergeChange(before: object, after: object): Record<string, unknown> {
  const old = before as Record<string, unknown>;
  const now = after as Record<string, unknown>;
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, now[name] ?? null]),
  );
}
