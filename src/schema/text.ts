import * as z from 'zod';

/** Characters that reorder or hide what is read: bidirectional controls and invisible marks. */
const misleading = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
const loneSurrogate = /\p{Surrogate}/u;

function check(value: string): { code: string; message: string } | null {
  if (loneSurrogate.test(value)) {
    return { code: 'malformed_text', message: 'Holds half of a surrogate pair: not valid text.' };
  }
  if (misleading.test(value)) {
    return {
      code: 'forbidden_character',
      message: 'Holds an invisible or direction-changing character.',
    };
  }
  if (control.test(value)) {
    return { code: 'forbidden_character', message: 'Holds a control character.' };
  }
  return null;
}

function checked(schema: z.ZodString, min: number) {
  const text = schema
    .superRefine((value, ctx) => {
      const found = check(value);
      if (found) {
        ctx.addIssue({ code: 'custom', message: found.message, params: { code: found.code } });
      } else if (value.trim().length < min) {
        ctx.addIssue({ code: 'custom', message: 'Must not be empty.', params: { code: 'empty' } });
      }
    })
    .overwrite((value) => value.normalize('NFC').trim());
  return min > 0 ? text.meta({ minLength: min }) : text;
}

/** Text of one or many lines: well-formed, visible, trimmed, in Unicode form C. */
export const text = (max: number) => checked(z.string().max(max), 1);

/** The same, where nothing may be said. */
export const optionalText = (max: number) => checked(z.string().max(max), 0);

/** Text of one line: names and titles. */
export const line = (max: number) =>
  checked(
    z
      .string()
      .max(max)
      .regex(/^[^\r\n]*$/, 'Must be one line.'),
    1,
  );
