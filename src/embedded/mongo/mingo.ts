import { createRequire } from 'node:module';
import type * as Mingo from 'mingo';
import type * as Core from 'mingo/core';
import type * as LazyModule from 'mingo/lazy';
import type * as Accumulators from 'mingo/operators/accumulator';
import type * as Expressions from 'mingo/operators/expression';
import type * as Pipeline from 'mingo/operators/pipeline';
import type * as Projections from 'mingo/operators/projection';
import type * as Queries from 'mingo/operators/query';
import type * as Windows from 'mingo/operators/window';

interface Loaded {
  main: typeof Mingo;
  core: typeof Core;
  lazy: typeof LazyModule;
  accumulators: typeof Accumulators;
  expressions: typeof Expressions;
  pipeline: typeof Pipeline;
  projections: typeof Projections;
  queries: typeof Queries;
  windows: typeof Windows;
}

let loaded: Loaded | undefined;

/** mingo is two hundred files; it is read at the first expression, so that the store starts sooner. */
export function mingo(): Loaded {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    loaded = {
      main: require('mingo'),
      core: require('mingo/core'),
      lazy: require('mingo/lazy'),
      accumulators: require('mingo/operators/accumulator'),
      expressions: require('mingo/operators/expression'),
      pipeline: require('mingo/operators/pipeline'),
      projections: require('mingo/operators/projection'),
      queries: require('mingo/operators/query'),
      windows: require('mingo/operators/window'),
    };
  }
  return loaded;
}
