import { Lazy } from 'mingo/lazy';
import * as pipelineOperators from 'mingo/operators/pipeline';
import type { Doc } from './bson-decode.ts';
import type { CollationSpec } from './collation.ts';
import { CommandError } from './errors.ts';
import { expressionOptions } from './expression.ts';
import { streamingGroup } from './group-stage.ts';
import { joinStages } from './join-stages.ts';
import { own } from './own.ts';
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

const fromMingo = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
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
    const options = expressionOptions(env.variables, env.collation);
    return operator(Lazy(input), promote(operand), options) as Iterable<Doc>;
  };
}

const mingoGroup = mingoStage('$group');

function group(input: Iterable<Doc>, operand: unknown, env: StageEnv): Iterable<Doc> {
  return streamingGroup(input, operand, env) ?? mingoGroup(input, operand, env);
}

function stageFor(name: string): Stage {
  if (name === '$group') return group;
  const here = own(plainStages, name) ?? own(joinStages, name);
  if (here) return here;
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
