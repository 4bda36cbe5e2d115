import type { Candidate, CandidateFacets } from './candidate-index.ts';

/** Counts what is found by field, stage and organization, where they are known. */
export function createFacetCounter() {
  const facets: CandidateFacets = { field: {}, stage: {}, organizationId: {} };
  const add = (group: Record<string, number>, key: string | undefined) => {
    if (key !== undefined) group[key] = (group[key] ?? 0) + 1;
  };
  return {
    facets,
    count({ field, stage, organizationId }: Pick<Candidate, keyof CandidateFacets>) {
      add(facets.field, field);
      add(facets.stage, stage);
      add(facets.organizationId, organizationId);
    },
  };
}
