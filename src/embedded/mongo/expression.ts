import { Context, ProcessingMode } from 'mingo';
import { evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import type { Options } from 'mingo/types';
import type { Doc } from './bson-decode.ts';
import { promote } from './promote.ts';

export const expressionContext = Context.init({
  accumulator: accumulators as never,
  expression: expressions as never,
});

/** Options for evaluating one expression; scripts never run. */
export function expressionOptions(variables: Doc | undefined): Options {
  return {
    idKey: '_id',
    scriptEnabled: false,
    useStrictMode: true,
    failOnError: true,
    processingMode: ProcessingMode.CLONE_OFF,
    variables: variables && (promote(variables) as Doc),
    context: expressionContext,
  };
}

/** An aggregation expression as a function of the document, evaluated by mingo. */
export function compileExpression(
  expression: unknown,
  variables: Doc | undefined,
): (doc: Doc) => unknown {
  const plain = promote(expression);
  const options = expressionOptions(variables);
  return (doc) => evalExpr(promote(doc), plain, options);
}
