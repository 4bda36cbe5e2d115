import type { CapabilityStage, Field } from '../../vocabulary.ts';
import type { InstituteKey } from './institutes.ts';

/** One invented capability: texts only; rights, experts and dates are reckoned by the seed. */
export interface CapabilityRow {
  key: string;
  institute: InstituteKey;
  field: Field;
  stage: CapabilityStage;
  trl: number;
  title: string;
  keywords: string[];
  abstract: string;
}

/** Keywords are written as Chinese lists are, with 、 between them. */
export function rowsOf(field: Field) {
  return (
    key: string,
    institute: InstituteKey,
    trl: number,
    title: string,
    keywords: string,
    abstract: string,
  ): CapabilityRow => ({
    key,
    institute,
    field,
    stage: trl <= 4 ? 'early' : trl <= 6 ? 'middle' : 'mature',
    trl,
    title,
    keywords: keywords.split('、'),
    abstract,
  });
}
