import type { FieldError } from '../../errors.ts';
import { Problem } from '../api/problem.ts';
import { codeText } from '../texts/code-text.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/use-text.tsx';

const faultText = ({ code, message }: FieldError, language: Language): string =>
  codeText(code, language) ?? message;

/**
 * The faults of an answer by field, as a form's `setErrors` takes them (paths in dots), in the
 * reader's language. Faults of no field are under ''.
 */
export function faultsOf(
  error: unknown,
  { language }: Pick<Texts, 'language'>,
): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(error.errors.map((fault) => [fault.path, faultText(fault, language)]));
}
