import { Timestamp } from 'bson';
import { arithmetic, bitwise } from './arithmetic.ts';
import type { Doc } from './bson-decode.ts';
import { compareValues } from './compare.ts';
import { CommandError } from './errors.ts';
import { shellText } from './shell-text.ts';
import { typeName, typeNumber } from './type-names.ts';
import { addToSet, pop, pull, pullAll, push } from './update-arrays.ts';
import { getAt, setAt, unsetAt } from './update-path.ts';
import { isDoc, isNumeric } from './values.ts';

/** Changes `doc` at a concrete path. */
export type Change = (doc: Doc, parts: string[], operand: unknown) => void;

function onNumber(operator: string, operation: 'add' | 'multiply'): Change {
  return (doc, parts, operand) => {
    const name = parts[parts.length - 1]!;
    if (!isNumeric(operand)) {
      const verb = operation === 'add' ? 'increment' : 'multiply';
      throw new CommandError(
        'TypeMismatch',
        `Cannot ${verb} with non-numeric argument: {${parts.join('.')}: ${shellText(operand)}}`,
      );
    }
    const current = getAt(doc, parts);
    if (current !== undefined && !isNumeric(current)) {
      throw new CommandError(
        'TypeMismatch',
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${shellText(doc._id)}} has the field '${name}' of non-numeric type ${typeName(current)}`,
      );
    }
    const start = operation === 'add' ? operand : arithmetic(0, operand, 'multiply');
    setAt(doc, parts, current === undefined ? start : arithmetic(current, operand, operation));
  };
}

function keepIf(accept: (order: number) => boolean): Change {
  return (doc, parts, operand) => {
    const current = getAt(doc, parts);
    if (current === undefined || accept(compareValues(operand, current)))
      setAt(doc, parts, operand);
  };
}

function currentDate(doc: Doc, parts: string[], operand: unknown): void {
  const type = isDoc(operand) ? operand.$type : 'date';
  if (operand !== true && operand !== false && type !== 'date' && type !== 'timestamp') {
    throw new CommandError(
      'BadValue',
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  const now = new Date();
  const stamp = () => new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  setAt(doc, parts, type === 'timestamp' ? stamp() : now);
}

function rename(doc: Doc, parts: string[], operand: unknown): void {
  if (typeof operand !== 'string') {
    throw new CommandError(
      'BadValue',
      `The 'to' field for $rename must be a string: ${parts.join('.')}: ${shellText(operand)}`,
    );
  }
  const value = getAt(doc, parts);
  if (value === undefined) return;
  unsetAt(doc, parts);
  const target = operand.split('.');
  unsetAt(doc, target);
  setAt(doc, target, value);
}

function bit(doc: Doc, parts: string[], operand: unknown): void {
  if (!isDoc(operand)) throw new CommandError('BadValue', 'The $bit modifier needs a document');
  for (const [name, mask] of Object.entries(operand)) {
    if (!['and', 'or', 'xor'].includes(name)) {
      throw new CommandError(
        'BadValue',
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`,
      );
    }
    const current = getAt(doc, parts) ?? 0;
    if (![16, 18].includes(typeNumber(current)) || ![16, 18].includes(typeNumber(mask))) {
      throw new CommandError('BadValue', `Cannot apply $bit to a value of non-integral type.`);
    }
    setAt(doc, parts, bitwise(current, mask, name));
  }
}

export const updateOperators: Record<string, Change> = {
  $set: setAt,
  $setOnInsert: setAt,
  $unset: unsetAt,
  $inc: onNumber('$inc', 'add'),
  $mul: onNumber('$mul', 'multiply'),
  $min: keepIf((order) => order < 0),
  $max: keepIf((order) => order > 0),
  $rename: rename,
  $currentDate: currentDate,
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
