import type { FieldError } from '../../errors.ts';
import { Problem } from '../api/problem.ts';
import type { Messages } from '../texts/language.ts';

const faultText = ({ code, message }: FieldError, t: Messages): string => t.faults[code] ?? message;

/**
 * The faults of an answer by field, as a form's `setErrors` takes them (paths in dots), in the
 * reader's language. Faults of no field are under ''.
 */
export function faultsOf(error: unknown, t: Messages): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(error.errors.map((fault) => [fault.path, faultText(fault, t)]));
}
