import type { Doc } from '../bson-decode.ts';
import { encodeReply } from '../bson-encode.ts';
import type { Engine } from '../engine.ts';
import { CommandError } from '../errors.ts';
import { adminCommands } from './admin.ts';
import { aggregateCommands } from './aggregate.ts';
import { collectionCommands } from './collections.ts';
import { explainCommands } from './explain.ts';
import { findAndModifyCommands } from './find-and-modify.ts';
import { indexCommands } from './indexes.ts';
import { readCommands } from './read.ts';
import { sessionCommands } from './session.ts';
import { writeCommands } from './write.ts';

export interface CommandInput {
  engine: Engine;
  body: Doc;
  sequences: Map<string, Buffer[]>;
  connection: number;
}

export interface Command extends CommandInput {
  name: string;
  db: string;
}

/** A reply document, or its bytes where it was built around stored documents. */
export type Handler = (command: Command) => Doc | Buffer;

const handlers: Record<string, Handler> = Object.assign(
  Object.create(null),
  sessionCommands,
  adminCommands,
  collectionCommands,
  indexCommands,
  readCommands,
  writeCommands,
  findAndModifyCommands,
  aggregateCommands,
  explainCommands,
);

/** Runs one command and gives the encoded reply; errors are thrown. */
export function runCommand(input: CommandInput): Buffer {
  const name = Object.keys(input.body)[0] ?? '';
  const handler = handlers[name] ?? handlers[name.toLowerCase()];
  if (!handler) throw new CommandError('CommandNotFound', `no such command: '${name}'`);
  if (input.body.txnNumber !== undefined) {
    throw new CommandError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  const db = typeof input.body.$db === 'string' ? input.body.$db : 'test';
  const reply = handler({ ...input, name, db });
  return Buffer.isBuffer(reply) ? reply : encodeReply({ ...reply, ok: 1 });
}
