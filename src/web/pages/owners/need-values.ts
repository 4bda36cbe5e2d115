import type { CooperationMode, Layer, NeedField, Relation } from '../../../vocabulary.ts';
import type { NeedAnswer, NeedInput } from '../../api/needs.ts';

/** An indicator as it is typed: numbers are text until they are sent. */
export interface IndicatorValues {
  name: string;
  relation: Relation;
  value: string;
  /** The other end of `between`. */
  upper: string;
  unit: string;
  condition: string;
}

/** What the form of a need holds; also what a draft keeps. */
export interface NeedValues {
  organization: { id: string; name: string } | null;
  title: string;
  problem: string;
  field: string;
  industry: string;
  product: string;
  process: string;
  tried: string;
  indicators: IndicatorValues[];
  budgetFen: number | null;
  deadline: string;
  cooperationModes: CooperationMode[];
  confidential: Partial<Record<NeedField, Layer>>;
}

export const noIndicator: IndicatorValues = {
  name: '',
  relation: '>=',
  value: '',
  upper: '',
  unit: '',
  condition: '',
};

export const noNeed: NeedValues = {
  organization: null,
  title: '',
  problem: '',
  field: '',
  industry: '',
  product: '',
  process: '',
  tried: '',
  indicators: [],
  budgetFen: null,
  deadline: '',
  cooperationModes: [],
  confidential: {},
};

export const needValues = (need: NeedAnswer): NeedValues => ({
  ...noNeed,
  title: need.title ?? '',
  problem: need.problem ?? '',
  field: need.field ?? '',
  industry: need.industry ?? '',
  product: need.product ?? '',
  process: need.process ?? '',
  tried: need.tried ?? '',
  indicators: (need.indicators ?? []).map(({ value, condition, ...rest }) => ({
    ...rest,
    value: String(Array.isArray(value) ? value[0] : value),
    upper: Array.isArray(value) ? String(value[1]) : '',
    condition: condition ?? '',
  })),
  budgetFen: need.budgetFen ?? null,
  deadline: need.deadline ?? '',
  cooperationModes: need.cooperationModes ?? [],
  confidential: need.confidential ?? {},
});

/** A number as people type it, full-width digits and separators included; NaN for other text. */
function typedNumber(text: string): number {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function indicatorInput(one: IndicatorValues): NonNullable<NeedInput['indicators']>[number] {
  const { name, relation, unit, condition } = one;
  const value = typedNumber(one.value);
  return {
    name,
    relation,
    value: relation === 'between' ? [value, typedNumber(one.upper)] : value,
    unit,
    ...(condition.trim() && { condition }),
  };
}

/** Whether a line says nothing yet; such lines are not sent. */
export const isBlank = ({ name, value, upper, unit, condition }: IndicatorValues) =>
  [name, value, upper, unit, condition].every((text) => text.trim() === '');

/** What stays away from the service: it could not be written as a number. */
export function localFaults(
  values: NeedValues,
): { path: string; fault: 'not_an_amount' | 'not_a_number' }[] {
  const faults = values.indicators.flatMap((one, index) => {
    if (isBlank(one)) return [];
    const parts = one.relation === 'between' ? (['value', 'upper'] as const) : (['value'] as const);
    return parts
      .filter((part) => Number.isNaN(typedNumber(one[part])))
      .map((part) => ({
        path: `indicators.${index}.${part}`,
        fault: 'not_a_number' as const,
      }));
  });
  const budget = values.budgetFen !== null && Number.isNaN(values.budgetFen);
  return budget ? [...faults, { path: 'budgetFen', fault: 'not_an_amount' }] : faults;
}

const texts = [
  'field',
  'industry',
  'product',
  'process',
  'tried',
  'deadline',
] as const satisfies readonly (keyof NeedValues)[];

/** The body of POST; texts left empty stay out. */
export function needInput(values: NeedValues): NeedInput {
  const { title, problem, budgetFen, cooperationModes, confidential, organization } = values;
  const stated = Object.fromEntries(
    texts.flatMap((name) => (values[name].trim() ? [[name, values[name]]] : [])),
  );
  return {
    title,
    problem,
    ...stated,
    indicators: values.indicators.filter((one) => !isBlank(one)).map(indicatorInput),
    ...(budgetFen !== null && { budgetFen }),
    cooperationModes,
    confidential,
    ...(organization && { organizationId: organization.id }),
  };
}
