import { BSONRegExp } from 'bson';
import { CommandError } from './errors.ts';
import { regexParts } from './values.ts';

export function isRegex(value: unknown): value is RegExp | BSONRegExp {
  return value instanceof RegExp || value instanceof BSONRegExp;
}

/** The JavaScript form of a regular expression with MongoDB's options. */
export function toRegExp(operand: unknown, options: unknown): RegExp {
  const [pattern, ownFlags] = isRegex(operand) ? regexParts(operand) : [String(operand), ''];
  const flags = typeof options === 'string' ? options : ownFlags;
  if (/[^imsxu]/.test(flags.replace(/[gyd]/g, ''))) {
    throw new CommandError('BadValue', `invalid flag in regex options: ${flags}`);
  }
  let source = pattern;
  let inline = '';
  const leading = /^\(\?([imsx]+)\)/.exec(source);
  if (leading) {
    source = source.slice(leading[0].length);
    inline = leading[1]!;
  }
  const all = flags + inline;
  if (all.includes('x')) source = source.replace(/\\#|#.*$|\s+/gm, (m) => (m === '\\#' ? m : ''));
  try {
    return new RegExp(source, [...'ims'].filter((flag) => all.includes(flag)).join(''));
  } catch (error) {
    throw new CommandError(
      'BadValue',
      `Regular expression is invalid: ${(error as Error).message}`,
    );
  }
}

/** Tests strings, and stored expressions for being the same. */
export function regexMatcher(operand: unknown, options: unknown): (value: unknown) => boolean {
  const regex = toRegExp(operand, options);
  return (v) => {
    if (typeof v === 'string') return regex.test(v);
    if (isRegex(v)) {
      const [pattern, flags] = regexParts(v);
      return pattern === regex.source && flags === regex.flags;
    }
    return false;
  };
}
