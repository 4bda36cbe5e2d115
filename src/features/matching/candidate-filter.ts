import type { CandidateDocument, CandidateFilters } from './candidate-index.ts';

/** The filters on a document at hand; an index has its own way for many of them. */
export function passes(document: CandidateDocument, filters: CandidateFilters): boolean {
  const { viewer, field, stage, organizationId, validOn, excludeIds } = filters;
  const { visibility, district, validFrom = '', validUntil } = document;
  const inSight =
    viewer === 'everything' ||
    visibility === 'public' ||
    document.organizationId === viewer.organizationId ||
    (visibility === 'district' && viewer.districts.includes(district));
  return (
    inSight &&
    (field === undefined || document.field === field) &&
    (stage === undefined || document.stage === stage) &&
    (organizationId === undefined || document.organizationId === organizationId) &&
    (validOn === undefined || (validFrom <= validOn && (validUntil ?? validOn) >= validOn)) &&
    !excludeIds?.includes(document.id)
  );
}
