import type { Need } from './need.ts';

/** Advice that comes with a posted need; it never refuses one. */
export interface NeedAdvice {
  clarity(need: Pick<Need, 'title' | 'problem' | 'indicators'>): Need['clarity'];
  duplicates(need: Need): Promise<{ id: string; similarity: number }[]>;
}
