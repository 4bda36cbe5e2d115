import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { encodeReply } from './bson-encode.ts';
import { runCommand } from './commands/table.ts';
import { abandonGroup, commitGroup, type Engine } from './engine.ts';
import { CommandError, errorReply } from './errors.ts';
import { createFramer, type Message, parseMessage, replyHeader } from './wire.ts';

export type Log = (level: 'info' | 'warn' | 'error', text: string) => void;

interface Job {
  socket: Socket;
  message: Message;
  connection: number;
}

export interface WireServer {
  listen(socketPath: string): Promise<void>;
  close(): Promise<void>;
}

function send(job: Job, body: Buffer): void {
  const { message, socket } = job;
  if (!message.answer || socket.destroyed) return;
  socket.cork();
  socket.write(replyHeader(message, body.length));
  socket.write(body);
  socket.uncork();
}

/**
 * Serves the wire protocol. Commands that arrive in one turn of the event loop run one after the
 * other inside one transaction and are answered after its commit, so that concurrent writers share
 * the cost of a commit.
 */
export function createWireServer(engine: Engine, log: Log): WireServer {
  const sockets = new Set<Socket>();
  let queue: Job[] = [];
  let scheduled = false;
  let connections = 0;

  function answer(job: Job): Buffer {
    try {
      return runCommand({
        engine,
        body: job.message.body,
        sequences: job.message.sequences,
        connection: job.connection,
      });
    } catch (error) {
      if (!(error instanceof CommandError) && isStorageFailure(error)) throw error;
      return encodeReply(errorReply(error));
    }
  }

  function drain(): void {
    scheduled = false;
    const jobs = queue;
    queue = [];
    const replies: Buffer[] = [];
    try {
      for (const job of jobs) replies.push(answer(job));
      commitGroup(engine);
    } catch (error) {
      abandonGroup(engine);
      log('error', `a write failed and was rolled back: ${(error as Error).message}`);
      const failure = encodeReply(
        errorReply(
          new CommandError(
            'OutOfDiskSpace',
            `the store could not write: ${(error as Error).message}`,
          ),
        ),
      );
      for (const job of jobs) send(job, failure);
      return;
    }
    for (let i = 0; i < jobs.length; i++) send(jobs[i]!, replies[i]!);
  }

  function accept(socket: Socket): void {
    const connection = ++connections;
    sockets.add(socket);
    const fail = (error: Error) => {
      log('warn', `connection ${connection} closed: ${error.message}`);
      socket.destroy();
    };
    const frame = createFramer((bytes) => {
      try {
        queue.push({ socket, message: parseMessage(bytes), connection });
      } catch (error) {
        fail(error as Error);
        return;
      }
      if (!scheduled) {
        scheduled = true;
        setImmediate(drain);
      }
    }, fail);
    socket.on('data', frame);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  }

  const server: Server = createServer({ noDelay: true }, accept);
  return {
    listen(socketPath) {
      rmSync(socketPath, { force: true });
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(socketPath, () => {
          chmodSync(socketPath, 0o600);
          resolve();
        });
      });
    },
    /** Finishes what has arrived, then closes every connection. */
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await new Promise((resolve) => setImmediate(resolve));
      if (queue.length > 0) drain();
      for (const socket of sockets) socket.end();
      setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, 200).unref();
      await closed;
    },
  };
}

function isStorageFailure(error: unknown): boolean {
  return String((error as { code?: string })?.code ?? '').startsWith('SQLITE');
}
