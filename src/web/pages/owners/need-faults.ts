import type { FieldError } from '../../../errors.ts';
import { faultsOf } from '../../kit/form-faults.ts';
import type { Messages } from '../../texts/language.ts';
import { localFaults, type NeedValues } from './need-values.ts';

/** Faults that are known before anything is sent, by field. */
export function faultsBefore(values: NeedValues, t: Messages): Record<string, string> {
  const words = { not_fen: t.faults.not_fen!, not_a_number: t.owners.form.notANumber };
  return Object.fromEntries(localFaults(values).map(({ path, fault }) => [path, words[fault]]));
}

/** The service's faults where this form shows them: the ends of a range are two fields here. */
export function faultsAfter(error: unknown, t: Messages): Record<string, string> {
  return Object.fromEntries(
    Object.entries(faultsOf(error, t)).map(([path, text]) => [placeOf(path), text]),
  );
}

const placeOf = (path: FieldError['path']) =>
  path
    .replace(/^(indicators\.\d+\.value)\.0$/, '$1')
    .replace(/^(indicators\.\d+)\.value\.1$/, '$1.upper')
    .replace(/^(cooperationModes)\..*$/, '$1')
    .replace(/^organizationId$/, 'organization');
