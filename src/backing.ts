import { join } from 'node:path';
import type { RedisOptions } from 'ioredis';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { startEmbeddedMongo } from './embedded/mongo/start.ts';
import { startEmbeddedRedis } from './embedded/redis.ts';
import { createRuntimeDir } from './embedded/runtime-dir.ts';

/** Where the documents and the queues are: servers named in the environment, or embedded ones. */
export interface Backing {
  mongoUri: string;
  connectRedis(options: RedisOptions): Redis;
  close(): Promise<void>;
}

export async function openBacking(
  config: Config,
  log: Logger,
  onLost: (what: string) => void,
): Promise<Backing> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  const { uri } = config.mongo;
  const { url } = config.redis;
  if (uri !== undefined && url !== undefined) {
    return { mongoUri: uri, connectRedis: (options) => connect(url, options), close };
  }
  try {
    const runtime = await createRuntimeDir();
    closers.push(runtime.close);
    const line = (text: string) => log.debug({ embedded: text }, 'embedded service');
    const starting = [
      uri ??
        startEmbeddedMongo({
          dataDir: join(config.dataDir, 'mongo'),
          socketPath: runtime.socketPath('mongo.sock'),
          fsync: config.mongo.sync,
          log: (_level, text) => line(text),
          onExit: onLost,
        }).then((mongo) => {
          closers.push(mongo.close);
          return mongo.uri;
        }),
      url ??
        startEmbeddedRedis({
          dataDir: join(config.dataDir, 'redis'),
          socketPath: runtime.socketPath('redis.sock'),
          log: line,
          onExit: onLost,
        }).then((redis) => {
          closers.push(redis.close);
          return redis.url;
        }),
    ] as const;
    // Both are waited for, so that one's refusal does not leave the other running.
    const [mongoUri, redisUrl] = await allOrRefuse(starting);
    return { mongoUri, connectRedis: (options) => connect(redisUrl, options), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function connect(url: string, options: RedisOptions): Redis {
  return url.startsWith('unix:')
    ? new Redis({ ...options, path: url.slice('unix:'.length).replace(/^\/\//, '') })
    : new Redis(url, options);
}

async function allOrRefuse(
  starting: readonly [string | Promise<string>, string | Promise<string>],
) {
  const [first, second] = await Promise.allSettled(starting);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value] as const;
}
