import type { CandidateDocument } from '../../src/features/matching/candidate-index.ts';
import { fields } from '../../src/vocabulary.ts';
import type { TestCollection } from './matching-data.ts';

/** Numbers in [0, 1), the same ones every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

const sentencesOf = (texts: readonly string[]) =>
  texts.flatMap((text) => text.split(/(?<=[.。;；!！?？])/)).filter((one) => one.length > 6);

/** Abstracts of about 200 characters: sentences of real ones, shuffled, under a real title. */
export function* madeUpCapabilities(
  { capabilities }: Pick<TestCollection, 'capabilities'>,
  count: number,
  from = 0,
): Generator<CandidateDocument> {
  const random = createRandom(from + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentences = sentencesOf(capabilities.map(({ abstract }) => abstract));
  for (let n = from; n < from + count; n += 1) {
    const { title, keywords } = pick(capabilities);
    let body = '';
    const length = 100 + random() * 200;
    while (body.length < length) body += pick(sentences);
    yield documentOf(`C${n}`, title, keywords, body, Math.floor(random() * 300));
  }
}

/** Needs of about the real ones' length: their sentences, shuffled. */
export function* madeUpNeeds(
  { needs }: Pick<TestCollection, 'needs'>,
  count: number,
): Generator<CandidateDocument> {
  const random = createRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentences = sentencesOf(needs.map(({ problem }) => problem));
  for (let n = 0; n < count; n += 1) {
    let body = '';
    while (body.length < 130) body += pick(sentences);
    yield documentOf(`N${n}`, pick(needs).title, [], body, Math.floor(random() * 300));
  }
}

function documentOf(
  id: string,
  title: string,
  keywords: string[],
  body: string,
  owner: number,
): CandidateDocument {
  const field = fields[owner % fields.length]!;
  const where = { district: `33020${owner % 10}`, organizationId: `o${owner}` };
  return { id, revision: 1, title, keywords, body, field, visibility: 'public', ...where };
}
