import type { FieldError } from '../../../errors.ts';
import { faultsOf } from '../../kit/form-faults.ts';
import { codeText } from '../../texts/code-text.ts';
import type { Texts } from '../../texts/use-text.tsx';
import { localFaults, type NeedValues } from './need-values.ts';

/** Faults that are known before anything is sent, by field. */
export function faultsBefore(values: NeedValues, { language }: Texts): Record<string, string> {
  return Object.fromEntries(
    localFaults(values).map(({ path, fault }) => [path, codeText(fault, language) ?? fault]),
  );
}

/** The service's faults where this form shows them: the ends of a range are two fields here. */
export function faultsAfter(error: unknown, texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(faultsOf(error, texts)).map(([path, text]) => [placeOf(path), text]),
  );
}

const placeOf = (path: FieldError['path']) =>
  path
    .replace(/^(indicators\.\d+\.value)\.0$/, '$1')
    .replace(/^(indicators\.\d+)\.value\.1$/, '$1.upper')
    .replace(/^(cooperationModes)\..*$/, '$1')
    .replace(/^organizationId$/, 'organization');
