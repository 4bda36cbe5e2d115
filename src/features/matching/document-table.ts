import { capabilityStages, capabilityVisibilities, type Field, fields } from '../../vocabulary.ts';
import type { CandidateDocument, CandidateFilters } from './candidate-index.ts';
import type { Renumbering } from './merge-postings.ts';
import type { Quantity } from './quantities.ts';
import type { WordDictionary } from './term-dictionary.ts';

/**
 * What a segment's documents are filtered, counted and answered by: one column a property. Field
 * and stage are −1 when not stated; districts and organizations are numbers of a dictionary.
 */
export type DocumentTable = {
  ids: readonly string[];
  /** Each document's quantities as JSON, empty for none, until somebody asks for them. */
  quantities: (string | readonly Quantity[])[];
  revisions: Uint32Array;
  fields: Int8Array;
  stages: Int8Array;
  visibilities: Uint8Array;
  districts: Uint32Array;
  organizations: Uint32Array;
  validFrom: Uint32Array;
  validUntil: Uint32Array;
};

/** `2026-07-01` as 20260701, so that dates compare as numbers. */
const dateNumber = (date: string) => Number(date.replaceAll('-', ''));

type Entry = { document: CandidateDocument; quantities: readonly Quantity[] };

export function tableOf(entries: readonly Entry[], names: WordDictionary): DocumentTable {
  const documents = entries.map(({ document }) => document);
  return {
    ids: documents.map(({ id }) => id),
    quantities: entries.map(({ quantities: found }) =>
      found.length === 0 ? '' : JSON.stringify(found),
    ),
    revisions: Uint32Array.from(documents, ({ revision }) => revision),
    fields: Int8Array.from(documents, ({ field }) => (field ? fields.indexOf(field) : -1)),
    stages: Int8Array.from(documents, ({ stage }) =>
      stage ? capabilityStages.indexOf(stage) : -1,
    ),
    visibilities: Uint8Array.from(documents, ({ visibility }) =>
      capabilityVisibilities.indexOf(visibility),
    ),
    districts: Uint32Array.from(documents, ({ district }) => names.intern(district)),
    organizations: Uint32Array.from(documents, ({ organizationId }) =>
      names.intern(organizationId),
    ),
    validFrom: Uint32Array.from(documents, ({ validFrom: date }) =>
      date === undefined ? 0 : dateNumber(date),
    ),
    validUntil: Uint32Array.from(documents, ({ validUntil: date }) =>
      date === undefined ? 99999999 : dateNumber(date),
    ),
  };
}

export function mergeTables(
  tables: readonly DocumentTable[],
  renumberings: readonly Renumbering[],
  documents: number,
): DocumentTable {
  function column<T extends { [index: number]: unknown }>(name: keyof DocumentTable, merged: T): T {
    const to = merged as { [index: number]: unknown };
    tables.forEach((table, t) => {
      const renumbering = renumberings[t]!;
      const from = table[name];
      for (let old = 0; old < renumbering.length; old += 1) {
        if (renumbering[old]! >= 0) to[renumbering[old]!] = from[old];
      }
    });
    return merged;
  }
  return {
    ids: column('ids', new Array<string>(documents)),
    quantities: column('quantities', new Array<DocumentTable['quantities'][number]>(documents)),
    revisions: column('revisions', new Uint32Array(documents)),
    fields: column('fields', new Int8Array(documents)),
    stages: column('stages', new Int8Array(documents)),
    visibilities: column('visibilities', new Uint8Array(documents)),
    districts: column('districts', new Uint32Array(documents)),
    organizations: column('organizations', new Uint32Array(documents)),
    validFrom: column('validFrom', new Uint32Array(documents)),
    validUntil: column('validUntil', new Uint32Array(documents)),
  };
}

export const fieldAt = (table: DocumentTable, at: number): Field | undefined =>
  fields[table.fields[at]!];

export const stageAt = (table: DocumentTable, at: number) => capabilityStages[table.stages[at]!];

const none: readonly Quantity[] = [];

export function quantitiesAt({ quantities }: DocumentTable, at: number): readonly Quantity[] {
  const stored = quantities[at]!;
  if (typeof stored !== 'string') return stored;
  const read = stored === '' ? none : (JSON.parse(stored) as Quantity[]);
  quantities[at] = read;
  return read;
}

/** A test of a segment's documents, with everything that the filters ask for looked up once. */
export function createRowFilter(filters: CandidateFilters, names: WordDictionary) {
  const { viewer } = filters;
  const all = viewer === 'everything';
  const numberOf = (name: string | undefined) => (name === undefined ? -1 : names.find(name));
  const own = all ? -1 : numberOf(viewer.organizationId);
  const districts = new Set(all ? [] : viewer.districts.map(numberOf));
  const field = filters.field === undefined ? undefined : fields.indexOf(filters.field);
  const stage = filters.stage === undefined ? undefined : capabilityStages.indexOf(filters.stage);
  const organization =
    filters.organizationId === undefined ? undefined : numberOf(filters.organizationId);
  const date = filters.validOn === undefined ? undefined : dateNumber(filters.validOn);
  const excluded = new Set(filters.excludeIds);

  const accepts = (table: DocumentTable, at: number): boolean =>
    (all ||
      table.visibilities[at] === 0 ||
      table.organizations[at] === own ||
      (table.visibilities[at] === 1 && districts.has(table.districts[at]!))) &&
    (date === undefined || (table.validFrom[at]! <= date && date <= table.validUntil[at]!)) &&
    (field === undefined || table.fields[at] === field) &&
    (stage === undefined || table.stages[at] === stage) &&
    (organization === undefined || table.organizations[at] === organization) &&
    (excluded.size === 0 || !excluded.has(table.ids[at]!));

  /** 1 for each document that passes. */
  return (table: DocumentTable): Uint8Array => {
    const accepted = new Uint8Array(table.ids.length);
    for (let at = 0; at < accepted.length; at += 1) accepted[at] = accepts(table, at) ? 1 : 0;
    return accepted;
  };
}
