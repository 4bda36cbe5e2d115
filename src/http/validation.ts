import type * as z from 'zod';
import { type FieldError, invalid } from '../errors.ts';

/** Parses an input at the edge; every wrong place is reported at once. */
export function parse<T extends z.ZodType>(schema: T, input: unknown, prefix = ''): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(fieldErrors(result.error, prefix));
}

/** zod's issues as the contract's `errors`, with a stable code for each. */
export function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  const found: FieldError[] = [];
  for (const issue of error.issues) {
    for (const one of describe(issue as Issue, prefix)) {
      if (found.length === mostTold) return found;
      found.push({ ...one, path: one.path.slice(0, longestPath) });
    }
  }
  return found;
}

/** An answer is no echo: a body of a megabyte of wrong names must not come back as ten. */
const mostTold = 1_000;
const longestPath = 300;

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, prefix: string): FieldError[] {
  const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        code: 'unknown_field',
        message: 'This field is not known here.',
      }));
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { path, code: 'required', message: 'This field is needed.' }
          : { path, code: 'wrong_type', message: issue.message },
      ];
    case 'invalid_value':
      return [
        issue.input === undefined
          ? { path, code: 'required', message: 'This field is needed.' }
          : { path, code: 'unknown_code', message: issue.message },
      ];
    case 'too_big':
      return [{ path, code: 'too_big', message: issue.message }];
    case 'too_small':
      return [{ path, code: 'too_small', message: issue.message }];
    case 'custom':
      return [{ path, code: String(issue.params?.code ?? 'invalid'), message: issue.message }];
    default:
      return [{ path, code: 'invalid', message: issue.message }];
  }
}
