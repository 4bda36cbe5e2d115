import { type AggregateRequest, aggregateRaw } from '../aggregate.ts';
import type { Doc } from '../bson-decode.ts';
import { CommandError } from '../errors.ts';
import { stageName } from '../stages.ts';
import { isDoc } from '../values.ts';
import { runWritingPipeline, writesResult } from '../write-stages.ts';
import { collationOf, hintOf, letOf, numberArgument } from './arguments.ts';
import { cursorReply } from './reply.ts';
import type { Command, Handler } from './table.ts';

function pipelineOf(body: Doc): Doc[] {
  if (!Array.isArray(body.pipeline)) {
    throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array");
  }
  body.pipeline.forEach((stage, i) => {
    const name = stageName(stage);
    if (name === '$changeStream') {
      throw new CommandError(
        'Location40573',
        'The $changeStream stage is only supported on replica sets',
      );
    }
    if ((name === '$out' || name === '$merge') && i !== (body.pipeline as Doc[]).length - 1) {
      throw new CommandError(
        'Location40601',
        `${name} can only be the final stage in the pipeline`,
      );
    }
  });
  return body.pipeline as Doc[];
}

/** The request of an `aggregate` command, also used by `explain`. */
export function aggregateRequest({
  body,
  db,
  engine,
}: Pick<Command, 'body' | 'db' | 'engine'>): AggregateRequest {
  const name = typeof body.aggregate === 'string' ? body.aggregate : undefined;
  const collection = name === undefined ? undefined : engine.catalog.find(db, name);
  return {
    db,
    collection: name,
    pipeline: pipelineOf(body),
    variables: letOf(body),
    collation: collationOf(body, collection),
    hint: hintOf(body, collection),
    maxTimeMs: numberArgument(body, 'maxTimeMS') ?? 0,
  };
}

const aggregateHandler: Handler = (command) => {
  const { body, db, engine } = command;
  if (!isDoc(body.cursor) && body.explain === undefined) {
    throw new CommandError(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  const request = aggregateRequest(command);
  const ns = `${db}.${request.collection ?? '$cmd.aggregate'}`;
  if (writesResult(request.pipeline)) {
    runWritingPipeline(engine, request);
    return cursorReply('firstBatch', engine.cursors.start(ns, [].values(), 1));
  }
  const size = isDoc(body.cursor) ? numberArgument(body.cursor, 'batchSize') : undefined;
  return cursorReply('firstBatch', engine.cursors.start(ns, aggregateRaw(engine, request), size));
};

export const aggregateCommands: Record<string, Handler> = { aggregate: aggregateHandler };
