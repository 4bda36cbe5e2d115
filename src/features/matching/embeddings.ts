import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { quantise, type Vector } from './vector.ts';

export type EmbeddingsOptions = {
  /** The server, its `/v1`, or the whole address of the call. */
  url: string;
  model?: string;
  key?: string;
  /** Some models tell a question from a passage by words before the text. */
  queryPrefix?: string;
  passagePrefix?: string;
  timeoutMs?: number;
  /** Before the second try; doubled before each further one. */
  pauseMs?: number;
};

export type Embedder = ReturnType<typeof createEmbedder>;

/** The server could not be asked now, or it answers what is no embedding. */
export class EmbeddingsError extends Error {
  readonly status: number | undefined;
  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause });
    this.name = 'EmbeddingsError';
    this.status = status;
  }
}

const answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

const batchTexts = 32;
const batchCharacters = 60_000;
const tries = 3;
/** What a model reads is rarely more; the beginning of a text says what it is about. */
const longestText = 8000;
const shortestText = 200;

/** An OpenAI-compatible embedding server: texts in, directions out, in the same order. */
export function createEmbedder(options: EmbeddingsOptions) {
  const { model, key, queryPrefix = '', passagePrefix = '' } = options;
  const { timeoutMs = 30_000, pauseMs = 500 } = options;
  const address = callAddress(options.url);
  let dimensions: number | undefined;
  let answeredAt = 0;

  async function post(input: readonly string[], signal?: AbortSignal): Promise<Vector[]> {
    const late = AbortSignal.timeout(timeoutMs);
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ ...(model && { model }), input, encoding_format: 'float' }),
      signal: signal ? AbortSignal.any([signal, late]) : late,
    }).catch((error: Error) => {
      signal?.throwIfAborted();
      const what = late.aborted ? `did not answer within ${timeoutMs} ms` : 'cannot be reached';
      throw new EmbeddingsError(`The embedding server ${what}.`, undefined, error);
    });
    if (!response.ok) {
      // Its words may repeat the text that was sent, which is nobody's to log.
      await response.body?.cancel();
      throw new EmbeddingsError(
        `The embedding server answered ${response.status}.`,
        response.status,
      );
    }
    const vectors = read(await response.json().catch(() => undefined), input.length);
    answeredAt = Date.now();
    return vectors;
  }

  function read(body: unknown, expected: number): Vector[] {
    const parsed = answer.safeParse(body);
    if (!parsed.success) throw new EmbeddingsError('The embedding server sent no embeddings.');
    const ordered: (readonly number[] | undefined)[] = new Array(expected).fill(undefined);
    for (const { index, embedding } of parsed.data.data) ordered[index] = embedding;
    if (ordered.length !== expected || ordered.includes(undefined)) {
      throw new EmbeddingsError('The embedding server sent another number of embeddings.');
    }
    return ordered.map((values) => {
      dimensions ??= values!.length;
      if (values!.length !== dimensions) {
        throw new EmbeddingsError(
          `The embedding server sent ${values!.length} dimensions after ${dimensions}.`,
        );
      }
      try {
        return quantise(values!);
      } catch (error) {
        throw new EmbeddingsError('The embedding server sent an empty vector.', undefined, error);
      }
    });
  }

  /** Again after a pause where waiting may help: no answer, too many requests, a server's fault. */
  async function persist(input: readonly string[], signal?: AbortSignal): Promise<Vector[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await post(input, signal);
      } catch (error) {
        if (!(error instanceof EmbeddingsError) || isRefusal(error) || attempt === tries) {
          throw error;
        }
        await pause(pauseMs * 2 ** (attempt - 1), undefined, { signal });
      }
    }
  }

  /** One text that the server refuses, perhaps for its length: shorter, until it is taken. */
  async function embedOne(text: string, signal?: AbortSignal): Promise<Vector | undefined> {
    for (let length = text.length; ; length = Math.floor(length / 2)) {
      try {
        return (await persist([text.slice(0, length).toWellFormed()], signal))[0];
      } catch (error) {
        if (!isRefusal(error) || isOurFault(error)) throw error;
        if (length <= shortestText) return undefined;
      }
    }
  }

  async function embedBatch(texts: readonly string[], signal?: AbortSignal) {
    if (texts.length === 1) return [await embedOne(texts[0]!, signal)];
    try {
      return await persist(texts, signal);
    } catch (error) {
      if (!isRefusal(error) || isOurFault(error)) throw error;
      const vectors: (Vector | undefined)[] = [];
      for (const text of texts) vectors.push(await embedOne(text, signal));
      return vectors;
    }
  }

  return {
    /** Tells vectors apart that must not be compared. */
    model: modelName(model, queryPrefix + passagePrefix),

    /** Undefined for a text that the server refuses however short it is made. */
    async embed(
      texts: readonly string[],
      as: 'query' | 'passage',
      signal?: AbortSignal,
    ): Promise<(Vector | undefined)[]> {
      const prefix = as === 'query' ? queryPrefix : passagePrefix;
      const whole = texts.map((text) => prefix + text.slice(0, longestText).toWellFormed());
      const vectors: (Vector | undefined)[] = [];
      for (const batch of batches(whole)) vectors.push(...(await embedBatch(batch, signal)));
      return vectors;
    },

    /** For the health page: an answer within the last minute is as good as a new one. */
    async probe(): Promise<void> {
      if (Date.now() - answeredAt > 60_000) await post(['probe']);
    },
  };
}

function callAddress(url: string): string {
  const plain = url.replace(/\/+$/, '');
  if (plain.endsWith('/embeddings')) return plain;
  return plain.endsWith('/v1') ? `${plain}/embeddings` : `${plain}/v1/embeddings`;
}

function modelName(model = 'default', prefixes: string): string {
  return prefixes === '' ? model : `${model} (${prefixes.trim().replaceAll(/\s+/g, ' ')})`;
}

const isRefusal = (error: unknown): error is EmbeddingsError =>
  error instanceof EmbeddingsError &&
  error.status !== undefined &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 408 &&
  error.status !== 429;

/** A wrong key, address or model name: no text is to blame. */
const isOurFault = (error: EmbeddingsError) => [401, 403, 404, 405].includes(error.status!);

function* batches(texts: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let characters = 0;
  for (const text of texts) {
    if (
      batch.length === batchTexts ||
      (batch.length > 0 && characters + text.length > batchCharacters)
    ) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(text);
    characters += text.length;
  }
  if (batch.length > 0) yield batch;
}
