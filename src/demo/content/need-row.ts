import type { CooperationMode, Field, Layer, Relation } from '../../vocabulary.ts';

export interface IndicatorRow {
  name: string;
  relation: Relation;
  value: number | [number, number];
  unit: string;
  condition?: string;
}

/** One invented need, in the words of a shop floor; what happens to it is told in the plots. */
export interface NeedRow {
  /** Key of the enterprise. */
  firm: string;
  title: string;
  problem: string;
  field?: Field;
  product?: string;
  process?: string;
  tried?: string;
  indicators?: IndicatorRow[];
  /** 万元. */
  budgetWan?: number;
  modes?: CooperationMode[];
  /** Days from the posting. */
  deadlineDays?: number;
  confidential?: Partial<
    Record<'budgetFen' | 'process' | 'tried' | 'organization' | 'indicators' | 'product', Layer>
  >;
}

/** An indicator in short: name, relation, value, unit, and under which condition. */
export const goal = (
  name: string,
  relation: Relation,
  value: number | [number, number],
  unit: string,
  condition?: string,
): IndicatorRow => ({ name, relation, value, unit, ...(condition && { condition }) });
