import { ownFields } from '../../store/present.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { Need } from '../needs/need.ts';
import { layeredFields, layerOf } from '../needs/need.ts';
import { type AnalysedText, analyse } from './analyse.ts';
import type { CandidateDocument } from './candidate-index.ts';
import type { Indicator } from './indicators.ts';
import { aboutness } from './properties.ts';
import { readIndicators } from './read-indicators.ts';
import type { Segmenter } from './segmenter.ts';

/** How much of a need is read: what everyone may know, or all that the firm said. */
export type Depth = 'public' | 'full';

type ReadableNeed = Partial<
  Pick<Need, 'title' | 'problem' | 'product' | 'process' | 'field' | 'indicators'>
>;

/** The fields of a need that matching reads at a depth; hidden ones are absent. */
export function readNeed(need: Need, depth: Depth): ReadableNeed {
  const own = ownFields(need);
  const shown = layeredFields.filter(
    (field) => field !== 'organization' && (depth === 'full' || layerOf(need, field) === 'public'),
  );
  return Object.fromEntries(shown.map((field) => [field, own[field as keyof ReadableNeed]]));
}

/** Whether the depths differ: a need without secrets is matched once. */
export function hasSecrets(need: Need): boolean {
  const read = ['title', 'problem', 'product', 'process', 'field', 'indicators'] as const;
  return read.some((field) => need[field] !== undefined && layerOf(need, field) !== 'public');
}

/**
 * A need's texts by field. What was tried without success is left out: it names the methods that
 * the firm does not want to be offered.
 */
function needTexts(need: ReadableNeed): { field: string; text: string }[] {
  return [
    { field: 'title', text: need.title ?? '' },
    { field: 'problem', text: need.problem ?? '' },
    { field: 'product', text: need.product ?? '' },
    { field: 'process', text: need.process ?? '' },
    ...(need.indicators ?? []).map(({ name }, i) => ({
      field: `indicators.${i}.name`,
      text: name,
    })),
  ];
}

function capabilityTexts(
  capability: Pick<Capability, 'title' | 'abstract' | 'keywords'>,
): { field: string; text: string }[] {
  return [
    { field: 'title', text: capability.title },
    ...capability.keywords.map((text, i) => ({ field: `keywords.${i}`, text })),
    { field: 'abstract', text: capability.abstract },
  ];
}

export const analyseNeed = (need: ReadableNeed, segmenter: Segmenter): AnalysedText =>
  analyse(needTexts(need), segmenter);

export const analyseCapability = (capability: Capability, segmenter: Segmenter): AnalysedText =>
  analyse(capabilityTexts(capability), segmenter);

/** Those in the list, and what the texts plainly ask for beside them. */
export function indicatorsOf(need: ReadableNeed, { fields }: AnalysedText): Indicator[] {
  const stated = statedIndicators(need);
  const read = readIndicators(fields.filter(({ field }) => !field.startsWith('indicators')));
  return [
    ...stated,
    ...read.filter(({ name }) => !stated.some((one) => aboutness(one.name, name) === 'same')),
  ];
}

function statedIndicators(need: ReadableNeed): Indicator[] {
  return (need.indicators ?? []).map(({ name, relation, value, unit }) => ({
    name,
    relation,
    unit,
    ...(Array.isArray(value) ? { value: value[0], upper: value[1] } : { value }),
  }));
}

export function capabilityDocument(capability: Capability): CandidateDocument {
  const { _id: id, revision, title, keywords, abstract: body, field, stage } = capability;
  const { visibility, district, organizationId, validUntil } = capability;
  return {
    id,
    revision,
    title,
    keywords,
    body,
    field,
    stage,
    visibility,
    district,
    organizationId,
    validUntil,
  };
}

/** An open need's public layer; its rows are in sight of its district, see the search service. */
export const needDocument = (need: Need): CandidateDocument => needDocumentAt(need, 'public');

export function needDocumentAt(need: Need, depth: Depth): CandidateDocument {
  const shown = readNeed(need, depth);
  const body = needTexts({ ...shown, title: '' })
    .map(({ text }) => text)
    .filter((text) => text !== '');
  return {
    id: need._id,
    revision: need.revision,
    title: shown.title ?? '',
    keywords: [],
    body: body.join('\n'),
    field: shown.field,
    visibility: 'district',
    district: need.district,
    organizationId: need.organizationId,
    validUntil: need.expiresOn,
  };
}

/** What a document says, as one text for a model that reads whole texts. */
export function wholeText(
  document: Pick<CandidateDocument, 'title' | 'keywords' | 'body'>,
): string {
  const { title, keywords, body } = document;
  return [title, keywords.join('、'), body].filter((part) => part.trim() !== '').join('\n');
}
