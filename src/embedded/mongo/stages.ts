import { Context } from 'mingo';
import { Lazy } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipelineOperators from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queryOperators from 'mingo/operators/query';
import * as windowOperators from 'mingo/operators/window';
import type { Options } from 'mingo/types';
import type { Doc } from './bson-decode.ts';
import type { CollationSpec } from './collation.ts';
import { CommandError } from './errors.ts';
import { expressionOptions } from './expression.ts';
import { joinStages } from './join-stages.ts';
import { plainStages } from './plain-stages.ts';
import { promote } from './promote.ts';
import { isDoc } from './values.ts';

/** A collection as stages see it: documents promoted for mingo. */
export interface StageSource {
  find(filter: Doc, limit?: number): Iterable<Doc>;
  run(pipeline: Doc[], variables: Doc | undefined): Iterable<Doc>;
}

export interface StageEnv {
  variables?: Doc | undefined;
  collation?: CollationSpec | undefined;
  /** Looks another collection up; absent where a pipeline may not leave its document (updates). */
  source?: (name: string) => StageSource;
}

export type Stage = (input: Iterable<Doc>, operand: unknown, env: StageEnv) => Iterable<Doc>;

const context = Context.init({
  accumulator: accumulators as never,
  expression: expressions as never,
  pipeline: pipelineOperators as never,
  projection: projections as never,
  query: queryOperators as never,
  window: windowOperators as never,
});

const fromMingo = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
  '$group',
  '$bucket',
  '$bucketAuto',
  '$sortByCount',
  '$redact',
  '$setWindowFields',
  '$densify',
  '$fill',
  '$documents',
]);

/** A stage that mingo does; its iterators are lazy, so documents still flow one by one. */
function mingoStage(name: string): Stage {
  const operator = (
    pipelineOperators as unknown as Record<string, (...args: unknown[]) => unknown>
  )[name]!;
  return (input, operand, env) => {
    const options: Options = { ...expressionOptions(env.variables), context };
    if (env.collation) Object.assign(options, { collation: env.collation });
    return operator(Lazy(input), promote(operand), options) as Iterable<Doc>;
  };
}

function stageFor(name: string): Stage {
  const own = plainStages[name] ?? joinStages[name];
  if (own) return own;
  if (fromMingo.has(name)) return mingoStage(name);
  throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
}

export function stageName(stage: unknown): string {
  const names = isDoc(stage) ? Object.keys(stage) : [];
  if (names.length !== 1) {
    throw new CommandError(
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  return names[0]!;
}

/** Runs documents through a pipeline; nothing is read before the result is asked for. */
export function runStages(input: Iterable<Doc>, pipeline: Doc[], env: StageEnv): Iterable<Doc> {
  let flow = input;
  for (const stage of pipeline) {
    const name = stageName(stage);
    flow = stageFor(name)(flow, stage[name], env);
  }
  return flow;
}
