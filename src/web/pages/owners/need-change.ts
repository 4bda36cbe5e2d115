import type { NeedChange } from '../../api/needs.ts';
import { mergeChange } from '../../kit/merge-change.ts';
import { type NeedValues, needInput } from './need-values.ts';

/** The merge patch from one version to another: `null` takes away what was emptied. */
export function needChange(before: NeedValues, after: NeedValues): NeedChange {
  return mergeChange(needInput(before), needInput(after)) as NeedChange;
}
