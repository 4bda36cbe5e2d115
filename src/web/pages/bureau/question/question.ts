import { isDate } from '../../../../calendar/dates.ts';
import type { Basis, Flow, Measure } from '../../../../vocabulary.ts';
import { bases, flows, measures } from '../../../../vocabulary.ts';
import { type Period, periodAround } from './period.ts';

/** What the figures are asked for; it stands in the address, so that a link says the same. */
export interface Question extends Period {
  measure: Measure;
  basis: Basis;
  flow: Flow;
  asOf?: string | undefined;
}

const among = <T extends string>(codes: readonly T[], value: string | null, otherwise: T): T =>
  codes.find((code) => code === value) ?? otherwise;

/** Reads an address; what is absent or no sense is what a half-year's report asks for. */
export function readQuestion(params: URLSearchParams, today: string): Question {
  const day = (name: string) => {
    const value = params.get(name) ?? '';
    return isDate(value) ? value : undefined;
  };
  const [from, to] = [day('from'), day('to')];
  const period = from && to ? { from, to } : periodAround(today, 'half');
  return {
    ...period,
    measure: among(measures, params.get('measure'), 'registered'),
    basis: among(bases, params.get('basis'), 'registered'),
    flow: among(flows, params.get('flow'), 'absorbed'),
    asOf: day('asOf'),
  };
}

export const questionNames = ['from', 'to', 'measure', 'basis', 'flow', 'asOf'] as const;

/** An address with a question, and whatever else it asks. */
export function addressWith(
  path: string,
  question: Partial<Question>,
  more: Record<string, string | undefined> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...question, ...more })) {
    if (value !== undefined && value !== '') params.set(name, value);
  }
  return `${path}?${params}`;
}
