import type { Candidate, CandidateDocument, CollectionStatistics } from './candidate-index.ts';
import type { IndexedTerms } from './indexed-terms.ts';
import { findQuantities } from './quantities.ts';
import { scoreTerms } from './text-scores.ts';
import { scriptOf } from './translations.ts';

/** A document at hand as a candidate, scored as the index would have scored its terms. */
export function candidateOf(
  document: Pick<
    CandidateDocument,
    'id' | 'revision' | 'body' | 'field' | 'stage' | 'organizationId'
  >,
  terms: IndexedTerms,
  statistics: CollectionStatistics,
): Candidate {
  const { total, ...spaces } = scoreTerms(terms, statistics);
  return {
    id: document.id,
    revision: document.revision,
    spaces,
    script: scriptOf(terms.words.length, terms.characters.length),
    score: total,
    field: document.field,
    stage: document.stage,
    organizationId: document.organizationId,
    quantities: findQuantities(document.body),
  };
}
