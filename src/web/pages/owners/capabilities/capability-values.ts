import type { CooperationMode } from '../../../../vocabulary.ts';
import type {
  CapabilityAnswer,
  CapabilityChange,
  CapabilityInput,
} from '../../../api/capabilities.ts';
import { mergeChange } from '../../../kit/merge-change.ts';

export interface IpValues {
  type: string;
  number: string;
  state: string;
  holder: string;
}

/** What the form of a capability holds; lists of short words are typed as one text. */
export type CapabilityValues = {
  organization: { id: string; name: string } | null;
  title: string;
  abstract: string;
  keywords: string;
  field: string;
  stage: string;
  trl: string;
  ip: IpValues[];
  experts: string;
  equipment: string;
  cases: string;
  cooperationModes: CooperationMode[];
  visibility: string;
  validUntil: string;
};

export const noIp: IpValues = { type: '', number: '', state: '', holder: '' };

export const noCapability: CapabilityValues = {
  organization: null,
  title: '',
  abstract: '',
  keywords: '',
  field: '',
  stage: '',
  trl: '',
  ip: [],
  experts: '',
  equipment: '',
  cases: '',
  cooperationModes: [],
  visibility: 'public',
  validUntil: '',
};

const between = '；';
const paragraph = '\n\n';

export const capabilityValues = (one: CapabilityAnswer): CapabilityValues => ({
  ...noCapability,
  title: one.title,
  abstract: one.abstract,
  keywords: one.keywords.join(between),
  field: one.field ?? '',
  stage: one.stage ?? '',
  trl: one.trl === undefined ? '' : String(one.trl),
  ip: one.ip.map((right) => ({ ...right, holder: right.holder ?? '' })),
  experts: one.experts.join(between),
  equipment: one.equipment.join(between),
  cases: one.cases.join(paragraph),
  cooperationModes: one.cooperationModes,
  visibility: one.visibility,
  validUntil: one.validUntil ?? '',
});

/** The parts of one text, as people part them in Chinese and in English. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;；、\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

const isBlank = (right: IpValues) => Object.values(right).every((text) => text.trim() === '');

export function capabilityInput(values: CapabilityValues): CapabilityInput {
  const { title, abstract, field, stage, trl, validUntil, organization } = values;
  return {
    title,
    abstract,
    ...(field && { field: field as CapabilityInput['field'] }),
    ...(stage && { stage: stage as CapabilityInput['stage'] }),
    ...(trl && { trl: Number(trl) }),
    ...(validUntil && { validUntil }),
    keywords: partsOf(values.keywords),
    ip: values.ip
      .filter((right) => !isBlank(right))
      .map(({ holder, ...right }) => ({ ...right, ...(holder.trim() && { holder }) })),
    experts: partsOf(values.experts),
    equipment: partsOf(values.equipment),
    cases: values.cases
      .split(/\n\s*\n/)
      .map((one) => one.trim())
      .filter(Boolean),
    cooperationModes: values.cooperationModes,
    visibility: values.visibility as CapabilityInput['visibility'],
    ...(organization && { organizationId: organization.id }),
  };
}

/** The merge patch from one version to another. */
export const capabilityChange = (before: CapabilityValues, after: CapabilityValues) =>
  mergeChange(capabilityInput(before), capabilityInput(after)) as CapabilityChange;

/** The service's faults where this form shows them: a list is one field here. */
export const capabilityFaults = (faults: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).map(([path, text]) => [
      path
        .replace(/^(keywords|experts|equipment|cases|cooperationModes)\..*$/, '$1')
        .replace(/^organizationId$/, 'organization'),
      text,
    ]),
  );
