import { capabilityStages, capabilityVisibilities, type Field, fields } from '../../vocabulary.ts';
import type { CandidateDocument, CandidateFilters } from './candidate-index.ts';
import type { Quantity } from './quantities.ts';

/** What is filtered and counted by, one row a document number; numbers only grow until compaction. */
export type DocumentRow = {
  id: string;
  revision: number;
  field: number;
  stage: number;
  visibility: number;
  district: string;
  organizationId: string;
  validFrom: number;
  validUntil: number;
  quantities: readonly Quantity[];
};

/** `2026-07-01` as 20260701, so that dates compare as numbers. */
const dateNumber = (date: string) => Number(date.replaceAll('-', ''));

export function rowOf(document: CandidateDocument, quantities: readonly Quantity[]): DocumentRow {
  return {
    id: document.id,
    revision: document.revision,
    field: document.field === undefined ? -1 : fields.indexOf(document.field),
    stage: document.stage === undefined ? -1 : capabilityStages.indexOf(document.stage),
    visibility: capabilityVisibilities.indexOf(document.visibility),
    district: document.district,
    organizationId: document.organizationId,
    validFrom: document.validFrom === undefined ? 0 : dateNumber(document.validFrom),
    validUntil: document.validUntil === undefined ? 99999999 : dateNumber(document.validUntil),
    quantities,
  };
}

export function fieldOf(row: DocumentRow): Field | undefined {
  return fields[row.field];
}

/** A test of one row, with everything that the filters ask for looked up once. */
export function createRowFilter(filters: CandidateFilters): (row: DocumentRow) => boolean {
  const { viewer, organizationId } = filters;
  const field = filters.field === undefined ? undefined : fields.indexOf(filters.field);
  const stage = filters.stage === undefined ? undefined : capabilityStages.indexOf(filters.stage);
  const date = filters.validOn === undefined ? undefined : dateNumber(filters.validOn);
  const excluded = new Set(filters.excludeIds);
  return (row) =>
    (viewer === 'everything' ||
      row.visibility === 0 ||
      row.organizationId === viewer.organizationId ||
      (row.visibility === 1 && viewer.districts.includes(row.district))) &&
    (field === undefined || row.field === field) &&
    (stage === undefined || row.stage === stage) &&
    (organizationId === undefined || row.organizationId === organizationId) &&
    (date === undefined || (row.validFrom <= date && date <= row.validUntil)) &&
    !excluded.has(row.id);
}
