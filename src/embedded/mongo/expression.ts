import type { Context } from 'mingo';
import type { Options } from 'mingo/types';
import type { Doc } from './bson-decode.ts';
import type { CollationSpec } from './collation.ts';
import { expressionOperators } from './expression-operators.ts';
import { mingo } from './mingo.ts';
import { promote } from './promote.ts';

/** mingo's own state of an evaluation, which it builds anew at every call unless it is handed one. */
interface PreparedOptions extends Options {
  update(locals: { root: unknown }): PreparedOptions;
}

let context: Context | undefined;

function operatorContext(): Context {
  const { main, accumulators, expressions, pipeline, projections, queries, windows } = mingo();
  context ??= main.Context.init({
    accumulator: accumulators as never,
    expression: {
      ...expressions,
      ...expressionOperators,
      // Hands out mingo's prepared options, which it has no public way to make.
      $preparedOptions: (_doc: unknown, _operand: unknown, options: Options) => options,
    } as never,
    pipeline: pipeline as never,
    projection: projections as never,
    query: queries as never,
    window: windows as never,
  });
  return context;
}

/** Options for mingo, made once for each command: building them costs far more than most expressions. */
export function expressionOptions(variables: Doc | undefined, collation?: CollationSpec): Options {
  const plain: Options = {
    idKey: '_id',
    scriptEnabled: false,
    useStrictMode: true,
    failOnError: true,
    processingMode: mingo().main.ProcessingMode.CLONE_OFF,
    variables: variables && (promote(variables) as Doc),
    context: operatorContext(),
    ...(collation ? { collation: collation as never } : {}),
  };
  const prepared = mingo().core.evalExpr({}, { $preparedOptions: 1 }, plain) as PreparedOptions;
  // Without a root mingo takes the document of each call for it.
  return prepared.update({ root: null });
}

type Evaluate = (doc: Doc) => unknown;

/** A plain path such as `$a.b` read directly; `undefined` where an array needs mingo's rules. */
function pathReader(path: string, otherwise: Evaluate): Evaluate {
  const parts = path.slice(1).split('.');
  return (doc) => {
    let value: unknown = doc;
    for (let i = 0; i < parts.length; i++) {
      if (typeof value !== 'object' || value === null) return undefined;
      if (Array.isArray(value)) return otherwise(doc);
      value = Object.hasOwn(value, parts[i]!) ? (value as Doc)[parts[i]!] : undefined;
    }
    return value;
  };
}

/** An expression as a function of documents that are promoted already, as they are between stages. */
export function compilePromoted(expression: unknown, options: Options): Evaluate {
  const plain = promote(expression);
  if (typeof plain === 'number' || typeof plain === 'boolean') return () => plain;
  const { evalExpr } = mingo().core;
  const evaluate: Evaluate = (doc) => evalExpr(doc, plain, options);
  const isPath =
    typeof plain === 'string' && /^\$[^$]/.test(plain) && !/\.\d|__proto__/.test(plain);
  return isPath ? pathReader(plain, evaluate) : evaluate;
}

/** An aggregation expression as a function of a stored document, evaluated by mingo. */
export function compileExpression(expression: unknown, variables: Doc | undefined): Evaluate {
  const evaluate = compilePromoted(expression, expressionOptions(variables));
  return (doc) => evaluate(promote(doc) as Doc);
}
