import { leadingQuery } from '../aggregate.ts';
import type { Doc } from '../bson-decode.ts';
import type { Collection } from '../catalog.ts';
import { CommandError } from '../errors.ts';
import type { IndexScan, Plan } from '../plan-candidates.ts';
import { everything, findRecords, planFor, type Query } from '../query.ts';
import { isDoc } from '../values.ts';
import { aggregateRequest } from './aggregate.ts';
import { queryOf } from './arguments.ts';
import { serverVersion } from './session.ts';
import type { Command, Handler } from './table.ts';

function indexStage(scan: IndexScan): Doc {
  return {
    stage: 'IXSCAN',
    keyPattern: scan.index.spec.key,
    indexName: scan.index.name,
    isMultiKey: scan.index.multikey.some(Boolean),
    isUnique: scan.index.unique,
    isSparse: scan.index.sparse,
    isPartial: scan.index.partial !== undefined,
    direction: scan.backward ? 'backward' : 'forward',
    intervals: scan.groups.reduce((sum, group) => sum + group.intervals.length, 0),
  };
}

function planStage(plan: Plan, query: Query): Doc {
  let stage: Doc;
  if (plan.kind === 'collection') {
    stage = { stage: 'COLLSCAN', direction: plan.backward ? 'backward' : 'forward' };
  } else if (plan.kind === 'index') stage = { stage: 'FETCH', inputStage: indexStage(plan) };
  else
    stage = {
      stage: 'FETCH',
      inputStage: { stage: 'OR', inputStages: plan.plans.map(indexStage) },
    };
  if (query.sort.length > 0 && !plan.sorted) {
    stage = { stage: 'SORT', sortPattern: Object.fromEntries(query.sort), inputStage: stage };
  }
  if (query.limit) stage = { stage: 'LIMIT', limitAmount: query.limit, inputStage: stage };
  return stage;
}

function explainQuery(command: Command, name: string, query: Query, verbosity: string): Doc {
  const collection: Collection | undefined = command.engine.catalog.find(command.db, name);
  const plan = collection ? planFor(command.engine, collection, query) : undefined;
  const queryPlanner = {
    namespace: `${command.db}.${name}`,
    indexFilterSet: false,
    parsedQuery: query.filter,
    winningPlan: plan ? planStage(plan, query) : { stage: 'EOF' },
    rejectedPlans: [],
  };
  const reply: Doc = {
    explainVersion: '1',
    queryPlanner,
    command: command.body.explain,
    serverInfo: { host: 'embedded', version: serverVersion },
  };
  if (verbosity === 'queryPlanner') return reply;
  const counters = { keys: 0, docs: 0 };
  const start = performance.now();
  let nReturned = 0;
  if (collection) {
    for (const _ of findRecords(command.engine, collection, query, counters)) nReturned++;
  }
  reply.executionStats = {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - start),
    totalKeysExamined: counters.keys,
    totalDocsExamined: counters.docs,
    executionStages: { ...queryPlanner.winningPlan, nReturned },
  };
  return reply;
}

function writeQuery(part: unknown, multi: boolean): Query {
  const q = isDoc(part) && isDoc(part.q) ? part.q : {};
  return { ...everything, filter: q, limit: multi ? 0 : 1 };
}

function explained(command: Command, inner: Doc): [string, Query] {
  const kind = Object.keys(inner)[0]!;
  const name = String(inner[kind]);
  const collection = command.engine.catalog.find(command.db, name);
  switch (kind) {
    case 'find':
      return [name, queryOf(inner, 'filter', collection)];
    case 'count':
    case 'distinct':
    case 'findAndModify':
    case 'findandmodify':
      return [name, queryOf(inner, 'query', collection)];
    case 'update': {
      const [part] = (inner.updates ?? []) as Doc[];
      return [name, writeQuery(part, Boolean(part?.multi))];
    }
    case 'delete': {
      const [part] = (inner.deletes ?? []) as Doc[];
      return [name, writeQuery(part, !part?.limit)];
    }
    case 'aggregate':
      return [name, leadingQuery(aggregateRequest({ ...command, body: inner })).query];
    default:
      throw new CommandError('CommandNotFound', `Explain failed due to unknown command: ${kind}`);
  }
}

const explain: Handler = (command) => {
  const inner = command.body.explain;
  if (!isDoc(inner)) throw new CommandError('FailedToParse', 'explain needs a command');
  const [name, query] = explained(command, inner);
  return explainQuery(command, name, query, String(command.body.verbosity ?? 'allPlansExecution'));
};

export const explainCommands: Record<string, Handler> = { explain };
