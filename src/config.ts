import * as z from 'zod';

const on = z.enum(['true', 'false']).transform((value) => value === 'true');
const url = (protocols: string[]) =>
  z.string().refine((value) => protocols.some((p) => value.startsWith(`${p}:`)), {
    message: `must start with ${protocols.map((p) => `${p}:`).join(' or ')}`,
  });

/** Every variable that the service reads; `.env.example` explains each. */
export const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  ROLE: z.enum(['web', 'worker', 'all']).default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: url(['http', 'https']).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  MONGODB_URI: url(['mongodb', 'mongodb+srv']).optional(),
  REDIS_URL: url(['redis', 'rediss', 'unix']).optional(),
  MEILI_URL: url(['http', 'https']).optional(),
  MEILI_KEY: z.string().optional(),
  EMBEDDINGS_URL: url(['http', 'https']).optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  EMBEDDINGS_CONFIDENTIAL: on.default(false),
  EMBEDDINGS_QUERY_PREFIX: z.string().max(200).optional(),
  EMBEDDINGS_PASSAGE_PREFIX: z.string().max(200).optional(),
  SMTP_URL: url(['smtp', 'smtps']).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10).optional(),
  DISTRICT: z
    .string()
    .regex(/^\d{6}$/)
    .default('330206'),
  DEMO: on.optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  SESSION_DAYS: z.coerce.number().int().min(1).max(90).default(7),
  EMBEDDED_SYNC: z.enum(['off', 'normal', 'full']).default('normal'),
  BODY_LIMIT_BYTES: z.coerce.number().int().min(10_000).default(1_000_000),
  UPLOAD_LIMIT_BYTES: z.coerce.number().int().min(10_000).default(200_000_000),
  RECONCILE_SECONDS: z.coerce.number().int().min(1).default(120),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TRUST_PROXY: on.default(false),
  NAMESPACE: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/)
    .default('daqiao'),
});

export type Environment = z.infer<typeof environment>;

export interface Config {
  production: boolean;
  /** Answers are checked against the contract; only tests pay for it. */
  checkAnswers: boolean;
  role: 'web' | 'worker' | 'all';
  host: string;
  port: number;
  publicUrl: string | undefined;
  dataDir: string;
  mongo: { uri: string | undefined; sync: 'off' | 'normal' | 'full' };
  redis: { url: string | undefined };
  meili: { url: string; key: string | undefined } | undefined;
  embeddings:
    | {
        url: string;
        model?: string;
        key?: string;
        queryPrefix?: string;
        passagePrefix?: string;
        confidential: boolean;
      }
    | undefined;
  smtpUrl: string | undefined;
  auth: { secret: string | undefined; sessionDays: number };
  admin: { email: string; password: string | undefined } | undefined;
  district: string;
  demo: { seed: boolean; password: string | undefined };
  limits: { bodyBytes: number; uploadBytes: number };
  reconcileMs: number;
  logLevel: Environment['LOG_LEVEL'];
  trustProxy: boolean;
  /** Goes before every queue key and index name, so that two deployments share nothing. */
  namespace: string;
}

export class ConfigError extends Error {}

/** First step: the environment as it is. Second step: what the service means by it. */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.keys(environment.shape)
      .filter((name) => variables[name] !== undefined && variables[name] !== '')
      .map((name) => [name, variables[name]]),
  );
  const result = environment.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`);
    throw new ConfigError(`The environment is not valid:\n${lines.join('\n')}`);
  }
  const env = result.data;
  refuseGaps(env);
  const embedded = env.MONGODB_URI === undefined;
  return {
    production: env.NODE_ENV === 'production',
    checkAnswers: env.NODE_ENV === 'test',
    role: env.ROLE,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    dataDir: env.DATA_DIR,
    mongo: { uri: env.MONGODB_URI, sync: env.EMBEDDED_SYNC },
    redis: { url: env.REDIS_URL },
    meili: env.MEILI_URL === undefined ? undefined : { url: env.MEILI_URL, key: env.MEILI_KEY },
    embeddings:
      env.EMBEDDINGS_URL === undefined
        ? undefined
        : {
            url: env.EMBEDDINGS_URL,
            ...(env.EMBEDDINGS_MODEL && { model: env.EMBEDDINGS_MODEL }),
            ...(env.EMBEDDINGS_KEY && { key: env.EMBEDDINGS_KEY }),
            ...(env.EMBEDDINGS_QUERY_PREFIX && { queryPrefix: env.EMBEDDINGS_QUERY_PREFIX }),
            ...(env.EMBEDDINGS_PASSAGE_PREFIX && { passagePrefix: env.EMBEDDINGS_PASSAGE_PREFIX }),
            confidential: env.EMBEDDINGS_CONFIDENTIAL,
          },
    smtpUrl: env.SMTP_URL,
    auth: { secret: env.AUTH_SECRET, sessionDays: env.SESSION_DAYS },
    admin:
      env.ADMIN_EMAIL === undefined
        ? undefined
        : { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD },
    district: env.DISTRICT,
    demo: {
      seed: env.DEMO ?? (embedded && env.NODE_ENV === 'development'),
      password: env.DEMO_PASSWORD,
    },
    limits: { bodyBytes: env.BODY_LIMIT_BYTES, uploadBytes: env.UPLOAD_LIMIT_BYTES },
    reconcileMs: env.RECONCILE_SECONDS * 1000,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    namespace: env.NAMESPACE,
  };
}

function refuseGaps(env: Environment) {
  const missing: string[] = [];
  const need = (name: keyof Environment, why: string) => {
    if (env[name] === undefined) missing.push(`  ${name}: ${why}`);
  };
  if (env.NODE_ENV === 'production') {
    need('AUTH_SECRET', 'production needs a secret of at least 32 characters');
    need('PUBLIC_URL', 'production needs the address that people open');
    if (env.MEILI_URL !== undefined) need('MEILI_KEY', 'the search server needs its key');
  }
  if (env.ROLE !== 'all') {
    const why = `the role ${env.ROLE} shares its services with others, so it cannot embed them`;
    need('MONGODB_URI', why);
    need('REDIS_URL', why);
    need('MEILI_URL', why);
    need('AUTH_SECRET', why);
  }
  if (env.ADMIN_PASSWORD !== undefined) need('ADMIN_EMAIL', 'whose password is ADMIN_PASSWORD?');
  if (missing.length > 0) {
    throw new ConfigError(`The environment is not complete:\n${missing.join('\n')}`);
  }
}
